import type { ReportInput } from '../../model/reportInput.ts';
import { ReportDraft } from './reportDraft.ts';
import { reportHead } from './reportHead.ts';
import * as cast from './ringCast.ts';
import { marlowBend } from './places.ts';
import { address, image, legalCase, person, phone } from './things.ts';

const gtf = ['GTF-2026-0114'];

/** The task force's case that holds it together, and what two agencies know beside it and keep to themselves. */
export function ringCases(): ReportInput[] {
  return [caseFile(), casting(), quietHouse(), findings()];
}

function caseFile(): ReportInput {
  const home = address({ street: '1418 Larkspur Ct', city: 'Metairie', region: 'LA', postcode: '70001', country: 'US' });
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
    .say(cast.dorian, 'RESIDES_AT', home, { start: '2025-11' })
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
  const applicant = person({ name: 'Applicant, 19', age: '19', sex: 'female', identityNumber: 'GULF-PD/person/60233' });
  const file = legalCase({ number: 'GPD-26-0417', agency: 'GULF-PD', crimeTypes: 'fraudulent recruitment', status: 'open' });
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
    .say(applicant, 'INVOLVED_IN', file, { role: 'PROSPECTIVE_VICTIM' })
    .say(applicant, 'USES', phone('(251) 555-0199'), { start: '2026-01-15' })
    .say(cast.talentEmail, 'MESSAGED', phone('(251) 555-0199'), { start: '2026-01-15', messages: '6' })
    .finish();
}

/** About a minor: nobody outside the agency learns that it exists, and she is protected everywhere. */
function quietHouse(): ReportInput {
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
