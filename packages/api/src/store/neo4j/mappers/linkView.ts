import type { Moment } from '../../../model/moment.ts';
import type { PreparedProperty } from '../../../model/prepared.ts';
import type { LinkView } from '../../../model/views.ts';
import { propertyViews } from './recordFacts.ts';

export interface LinkViewRow {
  readonly id: string;
  readonly kind: string;
  readonly from: string;
  readonly fromKind: string;
  readonly to: string;
  readonly toKind: string;
  readonly time: number | null;
  /** JSON of start, end and properties as the report said them. */
  readonly body: string;
  readonly reportNumber: string;
  readonly ordinal: number;
}

interface LinkBody {
  readonly start: Moment | null;
  readonly end: Moment | null;
  readonly properties: readonly PreparedProperty[];
}

/** Ends as the report said them. What it says of a protected person's link stays out. */
export function linkView(row: LinkViewRow, isOfProtected: boolean): LinkView {
  const { start, end, properties } = JSON.parse(row.body) as LinkBody;
  const { id, kind, from, to, time, reportNumber } = row;
  return { id, kind, from, to, start, end, time, properties: isOfProtected ? [] : propertyViews(properties), reportNumber };
}
