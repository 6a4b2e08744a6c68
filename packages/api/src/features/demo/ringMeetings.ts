import type { ReportInput } from '../../model/reportInput.ts';
import { ReportDraft } from './reportDraft.ts';
import { reportHead } from './reportHead.ts';
import * as cast from './ringCast.ts';
import { marlowBend, quarryLake } from './places.ts';
import { object, person, phone } from './things.ts';

const gtf = ['GTF-2026-0114'];

/** What people said and did: a tip, two interviews, an arrest and what followed from it. */
export function ringMeetings(): ReportInput[] {
  return [hotlineTip(), fieldInterview(), arrest(), jailCalls(), ternPerson(), referral()];
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

/** After the arrest: the same number is called from the jail, and somebody else answers. */
function jailCalls(): ReportInput {
  const wallPhone = phone('(228) 555-0160');
  return new ReportDraft(
    reportHead(
      { agency: 'PINE-SO', kind: 'JAIL_CALLS', sharing: 'SHARED', occurredAt: '2026-02-26', grade: 'A1' },
      { narrative: 'R. Anselm asks "Dre" for a lawyer and to move the girls on. A woman answers the second call.', cases: gtf },
    ),
  )
    .say(cast.rudy, 'USES', wallPhone, { start: '2026-02-26', subKind: 'jail telephone' })
    .say(wallPhone, 'CALLED', cast.mainPhone, { start: '2026-02-26', calls: '2', seconds: '611' })
    .say(wallPhone, 'CALLED', cast.burners.houston, { start: '2026-03-02', calls: '1', seconds: '95' })
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
        contact: 'Det. Amory (850) 555-0151',
      },
    ),
  )
    .say(pellman, 'USES', cast.mainPhone, { start: '2026-02-26' })
    .say(pellman, 'DROVE', cast.van, { start: '2026-02-26' })
    .finish();
}

function referral(): ReportInput {
  return new ReportDraft(
    reportHead(
      { agency: 'BAYOU-SO', kind: 'NGO_REFERRAL', sharing: 'SHARED', occurredAt: '2026-03-02', grade: 'B2' },
      {
        narrative: 'She asked for a bed for two nights and how to get her papers back. She came by bus from Houston.',
        cases: gtf,
      },
    ),
  )
    .say(cast.brielle, 'INVOLVED_IN', cast.ringCase, { role: 'VICTIM' })
    .say(cast.brielle, 'KNOWS', cast.tasha, { subKind: 'says she paid for the rooms' })
    .finish();
}
