import type { ReportInput } from '../../model/reportInput.ts';
import { addDays, at } from './calendar.ts';
import { ReportDraft } from './reportDraft.ts';
import { reportHead } from './reportHead.ts';
import { emory, rudy, sedan, van } from './ringCast.ts';
import { route, type Halt } from './ringRoute.ts';
import { seededRandom, type Chance } from './seededRandom.ts';
import { sighting } from './things.ts';

const readers: Readonly<Record<string, readonly string[]>> = {
  'PINE-SO': ['I-10 MS mm 31 EB', 'I-10 MS mm 57 WB'],
  'COAST-HP': ['I-10 LA mm 210 EB', 'I-10 TX mm 780 WB', 'I-10 AL mm 17 EB'],
};

/** Plate reads between the halts: the van each time, the sedan a few hours behind it twice. */
export function ringTravel(seed: number): ReportInput[] {
  const chance = seededRandom(seed, 'ring travel');
  return [...route.flatMap((halt, index) => readsOnTheWay(halt, index, chance)), whoseCars()];
}

function readsOnTheWay({ checkIn }: Halt, index: number, chance: Chance): ReportInput[] {
  return Object.entries(readers).map(([agency, sensors]) => {
    const report = new ReportDraft(
      reportHead({ agency, kind: 'PLATE_READS', sharing: 'SHARED', occurredAt: checkIn, daysLater: 2, grade: 'B2' }),
    );
    const time = at(checkIn, chance.between(9, 13), chance.between(0, 59));
    const read = sighting({ method: 'Plate read', sensor: chance.pick(sensors), time });
    report.say(van, 'PRESENT_AT', read, { start: time });
    if (index === 5 || index === 9) {
      const later = at(checkIn, 17, chance.between(0, 59));
      report.say(sedan, 'PRESENT_AT', sighting({ method: 'Plate read', sensor: chance.pick(sensors), time: later }), {
        start: later,
      });
    }
    return report.finish();
  });
}

function whoseCars(): ReportInput {
  return new ReportDraft(
    reportHead(
      {
        agency: 'PINE-SO',
        kind: 'OTHER',
        sharing: 'SHARED',
        occurredAt: addDays(route[5]!.checkIn, 1),
        daysLater: 5,
        grade: 'A2',
      },
      { narrative: 'Registration: AL 2B81F04 to E. Stroud. LA 482 KTR rented by the week, returned late, driver R. Anselm.' },
    ),
  )
    .say(emory, 'HOLDS', sedan)
    .say(rudy, 'DROVE', van, { start: '2026-02-12' })
    .finish();
}
