import type { ReportInput } from '../../model/reportInput.ts';
import { addDays } from './calendar.ts';
import { sayCalls } from './calls.ts';
import { dispatcher, frontDesk, marlowBend } from './places.ts';
import { ReportDraft, type Thing } from './reportDraft.ts';
import { reportHead, type Sharing } from './reportHead.ts';
import { seededRandom, type Chance } from './seededRandom.ts';
import { email, onlineAccount } from './things.ts';

/**
 * Two numbers that everybody has: a motel's front desk, said to be generic by a report, and a ride dispatcher, generic by
 * its neighbours for those who may see enough of them.
 */
export function noiseHubs(seed: number, numbers: readonly Thing[]): ReportInput[] {
  const chance = seededRandom(seed, 'hubs');
  return [describeDesk(), ...desk(chance, numbers), ...dispatch(chance, numbers)];
}

function describeDesk(): ReportInput {
  return new ReportDraft(
    reportHead({ agency: 'BAYOU-SO', kind: 'OTHER', sharing: 'SHARED', occurredAt: '2026-01-06', grade: 'A1' }),
  )
    .say(frontDesk, 'ASSOCIATED_WITH', marlowBend.lodging, { basis: 'front desk, listed' })
    .finish();
}

function desk(chance: Chance, numbers: readonly Thing[]): ReportInput[] {
  return [0, 1, 2].map((month) => {
    const day = addDays('2026-01-06', month * 18);
    const report = new ReportDraft(
      reportHead({ agency: 'BAYOU-SO', kind: 'PHONE_RECORDS', sharing: 'SHARED', occurredAt: day, daysLater: 12, grade: 'A1' }),
    );
    for (const caller of chance.sample(numbers, 30))
      sayCalls(report, { from: caller, to: frontDesk, day: addDays(day, chance.between(0, 17)), calls: 1 }, chance);
    return report.finish();
  });
}

/** Shared by the highway patrol, so that everybody sees some 280; the rest is known to the sheriff alone. */
function dispatch(chance: Chance, numbers: readonly Thing[]): ReportInput[] {
  const riders = [
    ...numbers.slice(0, 200),
    ...Array.from({ length: 170 }, (_, nth) => email(`rider${String(nth).padStart(3, '0')}@ride.example`)),
    ...Array.from({ length: 90 }, (_, nth) => onlineAccount('ridechat', `rides_${String(nth).padStart(3, '0')}`)),
  ];
  const order = chance.sample(riders, riders.length);
  const parts: { from: number; to: number; agency: string; sharing: Sharing }[] = [
    { from: 0, to: 150, agency: 'COAST-HP', sharing: 'SHARED' },
    { from: 150, to: 280, agency: 'COAST-HP', sharing: 'SHARED' },
    { from: 280, to: riders.length, agency: 'BAYOU-SO', sharing: 'POINTER' },
  ];
  return parts.map(({ from, to, agency, sharing }) => {
    const report = new ReportDraft(
      reportHead({ agency, kind: 'PHONE_RECORDS', sharing, occurredAt: '2026-01-20', daysLater: 25, grade: 'A1' }),
    );
    for (const rider of order.slice(from, to)) {
      const day = addDays('2026-01-05', chance.between(0, 40));
      if (rider.kind === 'PHONE') sayCalls(report, { from: rider, to: dispatcher, day, calls: 1 }, chance);
      else report.say(rider, 'MESSAGED', dispatcher, { start: day, messages: String(chance.between(1, 4)) });
    }
    return report.finish();
  });
}
