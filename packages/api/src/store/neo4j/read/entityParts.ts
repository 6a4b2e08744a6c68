import type { RecordFacts } from '../../../model/entityView.ts';
import type { ProtectionFacts } from '../../../model/protection.ts';
import type { PreparedProperty } from '../../../model/prepared.ts';

type RecordColumns = readonly [
  id: string,
  reportNumber: string,
  agency: string,
  receivedAt: number,
  occurredAt: number | null,
  caption: string | null,
  isGeneric: boolean,
  properties: string,
];

/** In the order of `partColumns` (queries/readAround.ts). */
export type PartColumns = readonly [
  id: string,
  kind: string,
  version: number | null,
  isGuarded: boolean,
  firstLink: number | null,
  lastLink: number | null,
  isMarked: boolean,
  adultFrom: number | null,
  earliest: number | null,
  records: readonly RecordColumns[],
];

/** What a view of an entity is made from. */
export interface EntityParts extends ProtectionFacts {
  readonly id: string;
  readonly kind: string;
  /** Of a hub, whose links and records are in memory. */
  readonly version: number | null;
  readonly isGuarded: boolean;
  readonly firstLink: number | null;
  readonly lastLink: number | null;
  readonly records: readonly RecordFacts[];
}

export function partsOf(columns: PartColumns): EntityParts {
  const [id, kind, version, isGuarded, firstLink, lastLink, isMarked, adultFrom, earliest, records] = columns;
  return { id, kind, version, isGuarded, firstLink, lastLink, isMarked, adultFrom, earliest, records: records.map(recordOf) };
}

function recordOf([
  id,
  reportNumber,
  agency,
  receivedAt,
  occurredAt,
  caption,
  isGeneric,
  properties,
]: RecordColumns): RecordFacts {
  const said = JSON.parse(properties) as PreparedProperty[];
  return { id, reportNumber, agency, receivedAt, occurredAt, caption, isGeneric, properties: said };
}
