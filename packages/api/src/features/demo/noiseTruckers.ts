import type { ReportInput } from '../../model/reportInput.ts';
import { addDays, at } from './calendar.ts';
import { birthDay, fullName, plateText } from './noiseNames.ts';
import { longleafPlaza } from './places.ts';
import { ReportDraft, type Thing } from './reportDraft.ts';
import { reportHead } from './reportHead.ts';
import { seededRandom, type Chance } from './seededRandom.ts';
import { organization, person, plate, sighting, stay } from './things.ts';

const count = 42;
const carriers = ['Longleaf Freight', 'Palmetto Haulage', 'Bay & Delta Lines', 'Tri-River Cartage'].map((name, nth) =>
  organization({ name, registryNumber: `TC-${7_100 + nth}`, jurisdiction: 'US-MS' }),
);

/** Truckers: several cities in days, motel after motel, for a living. Two agencies read the same plates. */
export function noiseTruckers(seed: number, numbers: readonly Thing[]): ReportInput[] {
  const chance = seededRandom(seed, 'truckers');
  return Array.from({ length: count }, (_, nth) => {
    const driver = person({
      name: fullName(chance),
      dateOfBirth: birthDay(chance, 1962, 1996),
      identityNumber: `PINE-SO/person/T${nth}`,
    });
    const truck = plate(plateText(chance), chance.pick(['MS', 'AL', 'TX', 'LA']), {
      make: chance.pick(['Kenworth', 'Mack', 'Peterbilt']),
    });
    return [...readPlates(truck, chance), reportNight({ driver, truck, number: numbers[nth]!, nth }, chance)];
  }).flat();
}

function readPlates(truck: Thing, chance: Chance): ReportInput[] {
  const sensors = { 'PINE-SO': 'I-10 MS mm 31 EB', 'COAST-HP': 'I-10 TX mm 780 WB' } as const;
  return (Object.keys(sensors) as (keyof typeof sensors)[]).map((agency) => {
    const day = addDays('2026-01-06', chance.between(0, 54));
    const report = new ReportDraft(
      reportHead({
        agency,
        kind: 'PLATE_READS',
        sharing: chance.happens(0.4) ? 'SHARED' : 'POINTER',
        occurredAt: day,
        grade: 'B2',
      }),
    );
    const time = at(day, chance.between(4, 22), chance.between(0, 59));
    return report
      .say(truck, 'PRESENT_AT', sighting({ method: 'Plate read', sensor: sensors[agency], time }), { start: time })
      .finish();
  });
}

interface Night {
  readonly driver: Thing;
  readonly truck: Thing;
  readonly number: Thing;
  readonly nth: number;
}

function reportNight({ driver, truck, number, nth }: Night, chance: Chance): ReportInput {
  const checkIn = addDays('2026-01-06', chance.between(0, 54));
  const night = stay({
    checkIn,
    checkOut: addDays(checkIn, 1),
    room: String(chance.between(1, 60)),
    bookingReference: `T-${2_000 + nth}`,
  });
  return new ReportDraft(
    reportHead({
      agency: 'PINE-SO',
      kind: 'HOTEL_REGISTRY',
      sharing: chance.happens(0.25) ? 'SHARED' : 'POINTER',
      occurredAt: at(checkIn, 20),
      grade: 'B2',
    }),
  )
    .say(night, 'AT', longleafPlaza.lodging)
    .say(driver, 'GUEST_OF', night, { start: checkIn, end: addDays(checkIn, 1) })
    .say(driver, 'USES', number)
    .say(driver, 'DROVE', truck, { start: checkIn })
    .say(chance.pick(carriers), 'EMPLOYS', driver)
    .finish();
}
