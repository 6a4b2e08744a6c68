import type { ReportInput } from '../../model/reportInput.ts';
import { at } from './calendar.ts';
import { fullName } from './noiseNames.ts';
import { magnoliaExchange } from './places.ts';
import { ReportDraft } from './reportDraft.ts';
import { reportHead } from './reportHead.ts';
import { seededRandom } from './seededRandom.ts';
import { email, financialAccount, organization, person, stay } from './things.ts';

const hosts = [
  'Delta Dental Fair',
  'Gulf Roofing Congress',
  'Southern Archive Days',
  'River Pilots Meeting',
  'Choral Union',
  'Bayou Robotics',
];
const guestsEach = 15;

/** Conference guests: many rooms, one booker, one payer, the same nights. */
export function noiseConference(seed: number): ReportInput[] {
  const chance = seededRandom(seed, 'conference');
  return hosts.map((name, nth) => {
    const host = organization({ name, registryNumber: `NP-${300 + nth}`, jurisdiction: 'US-LA' });
    const card = financialAccount({
      scheme: 'card',
      issuer: 'Exchange Bank',
      firstDigits: '510000',
      lastDigits: String(9_100 + nth),
    });
    const [checkIn, checkOut] = [`2026-0${1 + (nth % 2)}-${12 + nth}`, `2026-0${1 + (nth % 2)}-${15 + nth}`];
    const report = new ReportDraft(
      reportHead({
        agency: 'BAYOU-SO',
        kind: 'HOTEL_REGISTRY',
        sharing: nth % 2 === 0 ? 'SHARED' : 'POINTER',
        occurredAt: at(checkIn, 14),
        daysLater: 9,
        grade: 'B2',
      }),
    );
    for (let guest = 0; guest < guestsEach; guest++) {
      const visitor = person({ name: fullName(chance), identityNumber: `BAYOU-SO/person/C${nth}${guest}` });
      const night = stay({
        checkIn,
        checkOut,
        room: String(400 + guest * 3),
        bookingReference: `C-${nth}${String(guest).padStart(2, '0')}`,
      });
      report.say(night, 'AT', magnoliaExchange.lodging).say(visitor, 'GUEST_OF', night, { start: checkIn, end: checkOut });
      report.say(host, 'BOOKED', night).say(card, 'PAID_FOR', night, { start: checkIn });
      report.say(visitor, 'USES', email(`guest${nth}${String(guest).padStart(2, '0')}@mail.example`));
    }
    return report.finish();
  });
}
