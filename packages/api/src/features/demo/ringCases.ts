import type { ReportInput } from '../../model/reportInput.ts';
import { ReportDraft } from './reportDraft.ts';
import { reportHead } from './reportHead.ts';
import * as cast from './ringCast.ts';
import { marlowBend, quarryLake } from './places.ts';
import { address, image, object, person, phone } from './things.ts';

const gtf = ['GTF-2026-0114'];

/** What people said: tips, interviews, an arrest, and the task force's case that holds it together. */
export function ringCases(): ReportInput[] {
  return [hotlineTip(), fieldInterview(), arrest(), caseFile(), casting(), quietHouse(), ternPerson(), findings()];
}

function hotlineTip(): ReportInput {
  return new ReportDraft(
    reportHead(
      { agency: 'BAYOU-SO', kind: 'HOTLINE', sharing: 'SHARED', occurredAt: '2026-01-11T23:40', grade: 'E4' },
      {
        narrative:
          'Caller works near the motel: same man every night with different young women, blue van, pays with gift cards.',
      },
    ),
  )
    .say(cast.van, 'ASSOCIATED_WITH', marlowBend.lodging, { start: '2026-01-11', basis: 'parked in front of room 118' })
    .say(cast.dorian, 'USES', cast.mainPhone, { start: '2026-01-11' })
    .finish();
}

function fieldInterview(): ReportInput {
  const unknown = person({ name: 'Unknown man, 30–40', ageRange: '30-40', sex: 'male' });
  return new ReportDraft(
    reportHead(
      { agency: 'GULF-PD', kind: 'FIELD_INTERVIEW', sharing: 'SHARED', occurredAt: '2026-02-21T01:15', grade: 'B2' },
      {
        narrative: 'Room 204 answered by G. Hartwick, says she is a cousin. A young woman would not give a name in front of her.',
        cases: gtf,
      },
    ),
  )
    .say(cast.gale, 'USES', cast.galePhone, { start: '2026-02-21' })
    .say(cast.gale, 'KNOWS', cast.amaya, { start: '2026-02-21', subKind: 'said to be a cousin' })
    .say(cast.gale, 'ASSOCIATED_WITH', quarryLake.lodging, { start: '2026-02-21', basis: 'met in room 204' })
    .say(unknown, 'KNOWS', cast.gale, { start: '2026-02-21' })
    .finish();
}

function arrest(): ReportInput {
  const cash = object({ kindOf: 'cash', description: '2,140 dollars in 20s, in a door panel' });
  return new ReportDraft(
    reportHead(
      { agency: 'PINE-SO', kind: 'ARREST', sharing: 'SHARED', occurredAt: '2026-02-24T02:35', grade: 'A1' },
      {
        narrative: 'Stopped on I-10 for an expired rental. Two passengers gave the same home address and no luggage.',
        cases: gtf,
      },
    ),
  )
    .say(cast.rudy, 'DROVE', cast.van, { start: '2026-02-24T02:35' })
    .say(cast.rudy, 'USES', cast.rudyPhone, { start: '2026-02-24', subKind: 'carried it' })
    .say(cast.rudy, 'KNOWS', cast.dorian, { start: '2026-02-24' })
    .say(cast.rudy, 'TRAVELLED_WITH', cast.brielle, { start: '2026-02-24' })
    .say(cast.rudy, 'TRAVELLED_WITH', cast.jolie, { start: '2026-02-24' })
    .say(cast.ledger, 'ASSOCIATED_WITH', cast.rudy, { start: '2026-02-24', basis: 'found under the seat' })
    .say(cash, 'ASSOCIATED_WITH', cast.van, { start: '2026-02-24', basis: 'found in the door' })
    .finish();
}

function caseFile(): ReportInput {
  const report = new ReportDraft(
    reportHead(
      { agency: 'GULF-TF-CELL', kind: 'CASE_FILE', sharing: 'SHARED', occurredAt: '2026-02-19', grade: 'B2' },
      {
        narrative: 'Opened after two agencies met over (504) 555-0142. Roles as the reports give them so far.',
        cases: gtf,
        officer: 'S. Okoye',
        lawfulBasis: 'Reasonable suspicion of trafficking in persons, predicate recorded 19 Feb 2026',
      },
    ),
  );
  for (const suspect of [cast.dorian, cast.tasha]) report.say(suspect, 'INVOLVED_IN', cast.ringCase, { role: 'SUSPECT' });
  for (const helper of [cast.rudy, cast.gale, cast.lena])
    report.say(helper, 'INVOLVED_IN', cast.ringCase, { role: 'FACILITATOR' });
  for (const victim of [cast.brielle, cast.amaya, cast.kaya])
    report.say(victim, 'INVOLVED_IN', cast.ringCase, { role: 'VICTIM' });
  report.say(cast.jolie, 'INVOLVED_IN', cast.ringCase, { role: 'PROSPECTIVE_VICTIM' });
  for (const what of [cast.mainPhone, cast.van, marlowBend.lodging]) report.say(what, 'INVOLVED_IN', cast.ringCase);
  return report
    .say(cast.tasha, 'USES', cast.tashaPhone)
    .say(cast.tasha, 'USES', cast.tashaAccount)
    .say(cast.tasha, 'RECRUITED', cast.brielle, { start: '2025-12' })
    .say(cast.dorian, 'CONTROLS', cast.amaya, { start: '2026-02-11' })
    .say(cast.dorian, 'USES', cast.roomsEmail)
    .say(cast.brielle, 'USES', cast.briellePhone)
    .say(cast.lena, 'USES', cast.burners.houston)
    .finish();
}

/** A way in: the casting company's address, seen by an agency that shares it as a pointer only. */
function casting(): ReportInput {
  return new ReportDraft(
    reportHead(
      { agency: 'GULF-PD', kind: 'TIP', sharing: 'POINTER', occurredAt: '2026-01-15', grade: 'C3' },
      {
        narrative: 'Mother of an applicant: "casting" by e-mail, travel paid by app, no contract.',
        contact: 'Det. Ferrand (251) 555-0114',
      },
    ),
  )
    .say(cast.talent, 'USES', cast.talentEmail, { start: '2026-01-15' })
    .say(cast.lena, 'RECRUITED', cast.jolie, { start: '2026-01-15' })
    .say(cast.jolie, 'USES', phone('(251) 555-0199'), { start: '2026-01-15' })
    .finish();
}

/** About a minor: nobody outside the agency learns that it exists, and she is protected everywhere. */
function quietHouse(): ReportInput {
  const home = address({ street: '1418 Larkspur Ct', city: 'Metairie', region: 'LA', postcode: '70001', country: 'US' });
  return new ReportDraft(
    reportHead(
      { agency: 'BAYOU-SO', kind: 'CYBERTIP', sharing: 'SEALED', occurredAt: '2026-02-12', grade: 'A2' },
      {
        narrative: 'Picture of a girl reported by a platform; same room as in two ads. School confirms age.',
        protectEverywhere: true,
        cases: gtf,
      },
    ),
  )
    .say(cast.kaya, 'USES', cast.kayaPhone, { start: '2026-02-10' })
    .say(cast.kayaPhone, 'MESSAGED', cast.tashaAccount, { start: '2026-02-10', messages: '31' })
    .say(image({ algorithm: 'phash', hash: 'c3a17f0e5b9924d6' }), 'ASSOCIATED_WITH', cast.kaya, { basis: 'said by the platform' })
    .say(cast.dorian, 'RESIDES_AT', home, { start: '2025-11' })
    .finish();
}

/** One who may be Dorian Pell under another name, known to one agency alone: somebody has to judge. */
function ternPerson(): ReportInput {
  const pellman = person({ name: 'Dorien Pellman', dateOfBirth: '1987', sex: 'male', identityNumber: 'TERN-PD/person/40417' });
  return new ReportDraft(
    reportHead(
      { agency: 'TERN-PD', kind: 'FIELD_INTERVIEW', sharing: 'POINTER', occurredAt: '2026-02-26T22:05', grade: 'B3' },
      {
        narrative: 'Man in a blue van at Tern Point Inn, calls himself Pellman, waits for "a cousin".',
        contact: 'Intelligence desk (850) 555-0150, ref. 88-K2',
      },
    ),
  )
    .say(pellman, 'USES', cast.mainPhone, { start: '2026-02-26' })
    .say(pellman, 'DROVE', cast.van, { start: '2026-02-26' })
    .finish();
}

/** What the cell's rules inferred from the reports: drawn dashed, never said by anybody. */
function findings(): ReportInput {
  const { newOrleans, mobile, pensacola, houston } = cast.burners;
  const report = new ReportDraft(
    reportHead(
      { agency: 'GULF-TF-CELL', kind: 'OTHER', sharing: 'SHARED', occurredAt: '2026-03-03', grade: 'C3' },
      { cases: gtf },
    ),
  );
  for (const [later, earlier] of [
    [mobile, newOrleans],
    [pensacola, mobile],
    [houston, pensacola],
  ] as const)
    report.say(later, 'SUCCESSOR_OF', earlier, { rule: 'took over the callers of the number before it', score: '0.8' });
  return report.finish();
}
