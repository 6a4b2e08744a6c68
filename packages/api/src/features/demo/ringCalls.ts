import type { ReportInput } from '../../model/reportInput.ts';
import { addDays, daysBetween, firstDay } from './calendar.ts';
import { sayCalls } from './calls.ts';
import { ReportDraft, type Thing } from './reportDraft.ts';
import { reportHead, type Sharing } from './reportHead.ts';
import { burners, emoryPhone, galePhone, mainPhone, roomsEmail, rudyPhone, tashaAccount, tashaPhone } from './ringCast.ts';
import { route } from './ringRoute.ts';
import { frontDesk } from './places.ts';
import { seededRandom, type Chance } from './seededRandom.ts';

const weeks = 9;

/** Toll records: the main phone week by week, and each city's burner, which takes over the same callers. */
export function ringCalls(seed: number, buyers: readonly Thing[]): ReportInput[] {
  const chance = seededRandom(seed, 'ring calls');
  const main = Array.from({ length: weeks }, (_, week) => reportWeek(week, chance, buyers));
  return [...main, ...reportBurners(chance, buyers)];
}

/** The seventh week is the agency's own: others learn only that there is something. */
function reportWeek(week: number, chance: Chance, buyers: readonly Thing[]): ReportInput {
  const monday = addDays(firstDay, week * 7);
  const sharing: Sharing = week === 6 ? 'POINTER' : 'SHARED';
  const report = new ReportDraft(
    reportHead(
      { agency: 'BAYOU-SO', kind: 'PHONE_RECORDS', sharing, occurredAt: monday, daysLater: 16, grade: 'A1' },
      { narrative: `Toll records of (504) 555-0142 for the week of ${monday}, by subpoena.`, cases: ['GTF-2026-0114'] },
    ),
  );
  const anyDay = (): string => addDays(monday, chance.between(0, 6));
  for (const buyer of chance.sample(buyers.slice(week * 9, week * 9 + 12), 11))
    sayCalls(report, { from: buyer, to: mainPhone, day: anyDay(), calls: chance.between(1, 2), evening: true }, chance);
  for (const other of [tashaPhone, rudyPhone, galePhone])
    for (const day of chance.sample([0, 1, 2, 3, 4, 5, 6], 3))
      sayCalls(report, { from: mainPhone, to: other, day: addDays(monday, day), calls: chance.between(2, 9) }, chance);
  sayCalls(report, { from: mainPhone, to: frontDesk, day: anyDay(), calls: 1 }, chance);
  report.say(tashaPhone, 'MESSAGED', mainPhone, { start: anyDay(), messages: String(chance.between(12, 60)) });
  if (week === 2) report.say(mainPhone, 'MESSAGED', roomsEmail, { start: anyDay(), messages: '3' });
  if (week === 4) report.say(mainPhone, 'MESSAGED', tashaAccount, { start: anyDay(), messages: '14' });
  return report.finish();
}

function reportBurners(chance: Chance, buyers: readonly Thing[]): ReportInput[] {
  return route.map((halt) => {
    const { place, burner, checkIn, checkOut, sharing } = halt;
    const report = new ReportDraft(
      reportHead({ agency: place.agency, kind: 'PHONE_RECORDS', sharing, occurredAt: checkIn, daysLater: 20, grade: 'A1' }),
    );
    const anyDay = (): string => addDays(checkIn, chance.between(0, daysBetween(checkIn, checkOut) - 1));
    for (const buyer of chance.sample(buyers, 7))
      sayCalls(report, { from: buyer, to: burner, day: anyDay(), calls: chance.between(1, 3), evening: true }, chance);
    sayCalls(report, { from: burner, to: mainPhone, day: checkIn, calls: chance.between(3, 8) }, chance);
    if (burner === burners.houston) sayCalls(report, { from: burner, to: emoryPhone, day: checkOut, calls: 2 }, chance);
    if (burner === burners.mobile) sayCalls(report, { from: galePhone, to: emoryPhone, day: checkOut, calls: 1 }, chance);
    return report.finish();
  });
}
