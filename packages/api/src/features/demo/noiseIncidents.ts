import type { ReportInput } from '../../model/reportInput.ts';
import { addDays, at } from './calendar.ts';
import { birthDay, fullName, homeAddress, plateText } from './noiseNames.ts';
import { ReportDraft, type Thing } from './reportDraft.ts';
import { reportHead } from './reportHead.ts';
import { seededRandom, type Chance } from './seededRandom.ts';
import { address, legalCase, object, person, plate } from './things.ts';

const count = 130;
const agencies = ['BAYOU-SO', 'BAYOU-SO', 'GULF-PD', 'GULF-PD', 'PINE-SO', 'TERN-PD', 'COAST-HP'] as const;
const matters = ['vehicle theft', 'burglary', 'fraud', 'narcotics', 'assault', 'missing property'];
const findings = ['power tools', 'bicycle', 'catalytic converter', 'laptop bag', 'box of watches'];

/** Everyday police work: stops, interviews, thefts. Some of it shared, most of it behind a pointer. */
export function noiseIncidents(seed: number, numbers: readonly Thing[]): ReportInput[] {
  const chance = seededRandom(seed, 'incidents');
  return Array.from({ length: count }, (_, nth) => reportIncident(nth, numbers[nth]!, chance));
}

function reportIncident(nth: number, number: Thing, chance: Chance): ReportInput {
  const agency = chance.pick(agencies);
  const day = addDays('2026-01-05', chance.between(0, 57));
  const matter = chance.pick(matters);
  const report = new ReportDraft(
    reportHead(
      {
        agency,
        kind: chance.pick(['FIELD_INTERVIEW', 'ARREST', 'TIP', 'OTHER'] as const),
        sharing: chance.happens(0.35) ? 'SHARED' : chance.happens(0.9) ? 'POINTER' : 'SEALED',
        occurredAt: at(day, chance.between(0, 23), chance.between(0, 59)),
        grade: chance.pick(['A2', 'B2', 'B3', 'C3', 'E5'] as const),
      },
      { narrative: `Report of ${matter}; nothing further.` },
    ),
  );
  const subject = person({
    name: fullName(chance),
    dateOfBirth: birthDay(chance, 1960, 2004),
    identityNumber: `${agency}/person/I${nth}`,
  });
  report.say(subject, 'USES', number, { start: day });
  if (chance.happens(0.7)) report.say(subject, 'HOLDS', plate(plateText(chance), chance.pick(['LA', 'MS', 'AL', 'FL', 'TX'])));
  if (chance.happens(0.6)) report.say(subject, 'RESIDES_AT', address(homeAddress(chance)));
  if (chance.happens(0.3)) report.say(person({ name: fullName(chance) }), 'KNOWS', subject, { start: day });
  if (chance.happens(0.4)) {
    const found = object({ kindOf: 'other', description: chance.pick(findings), serialNumber: `SN${40_000 + nth}` });
    report.say(found, 'ASSOCIATED_WITH', subject, { start: day, basis: 'found with' });
  }
  if (chance.happens(0.45)) {
    const file = legalCase({
      number: `${agency}-C-${2_600 + nth}`,
      agency,
      crimeTypes: matter,
      status: chance.pick(['open', 'open', 'closed']),
    });
    report.say(subject, 'INVOLVED_IN', file, { role: chance.pick(['SUSPECT', 'WITNESS', 'REPORTING_PARTY']) });
  }
  return report.finish();
}
