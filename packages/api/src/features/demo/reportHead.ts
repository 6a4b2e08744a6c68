import type { Grade, ReportKind } from '../../model/prepared.ts';
import type { ReportInput } from '../../model/reportInput.ts';
import { addDays, at } from './calendar.ts';
import type { ReportHead } from './reportDraft.ts';

/** Who may read: the whole task force, the agency alone with a pointer outside, or the agency alone and nothing outside. */
export type Sharing = 'SHARED' | 'POINTER' | 'SEALED';

interface Heading {
  readonly agency: string;
  readonly kind: ReportKind;
  readonly sharing: Sharing;
  /** Local time of what happened, or a day. */
  readonly occurredAt: string;
  /** Days until it was received. */
  readonly daysLater?: number;
  /** Admiralty grade: `B2`. */
  readonly grade: `${Grade['reliability']}${1 | 2 | 3 | 4 | 5 | 6}`;
}

const credibilities = ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX'] as const;

type Extra = Partial<
  Pick<ReportInput, 'narrative' | 'externalNumbers' | 'cases' | 'contact' | 'officer' | 'lawfulBasis' | 'protectEverywhere'>
>;

export function reportHead({ agency, kind, sharing, occurredAt, daysLater = 1, grade }: Heading, extra: Extra = {}): ReportHead {
  return {
    agency,
    kind,
    occurredAt,
    receivedAt: at(addDays(occurredAt.slice(0, 10), daysLater), 9, 30),
    audience: sharing === 'SHARED' ? 'GULF-TF' : agency,
    outsideAudience: sharing === 'SEALED' ? 'SEALED' : 'POINTER',
    reliability: grade[0] as Grade['reliability'],
    credibility: credibilities[Number(grade[1]) - 1],
    ...extra,
  };
}
