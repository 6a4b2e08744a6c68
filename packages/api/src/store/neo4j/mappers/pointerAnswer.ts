import { compareText } from '../../../model/entityView.ts';
import type { PreparedProperty } from '../../../model/prepared.ts';
import type { OutsideAudience } from '../../../model/scope.ts';
import type { Encounter, PointerView } from '../../../model/views.ts';
import type { PointerAnswer } from '../../ports/graphStore.ts';

/** A record out of sight. */
export interface OutsideRow {
  readonly id: string;
  readonly entityId: string;
  readonly kind: string;
  readonly reportNumber: string;
  readonly holder: string;
  readonly outside: OutsideAudience;
  readonly receivedAt: number;
  readonly contact: string | null;
  /** JSON of `PreparedProperty[]`. */
  readonly properties: string;
}

/** At most one pointer per agency and entity, with the newest contact given. A protected person's records answer as sealed ones. */
export function pointerAnswer(met: readonly OutsideRow[], protectedIds: ReadonlySet<string>): PointerAnswer {
  const pointers = new Map<string, PointerView>();
  const encounters = new Map<string, Encounter>();
  for (const { entityId, holder, reportNumber, outside, contact } of [...met].sort(byNewest)) {
    encounters.set(`${reportNumber} ${entityId}`, { holder, reportNumber, entityId, outsideAudience: outside });
    if (outside === 'SEALED' || protectedIds.has(entityId)) continue;
    const key = `${holder} ${entityId}`;
    pointers.set(key, { agency: holder, entityId, contact: pointers.get(key)?.contact ?? contact });
  }
  return {
    pointers: [...pointers.values()].sort((a, b) => compareText(a.agency, b.agency) || compareText(a.entityId, b.entityId)),
    encounters: [...encounters.values()].sort(
      (a, b) =>
        compareText(a.holder, b.holder) || compareText(a.reportNumber, b.reportNumber) || compareText(a.entityId, b.entityId),
    ),
  };
}

export function identityNumbers(properties: readonly PreparedProperty[]): string[] {
  return properties.filter(({ name }) => name === 'identityNumber').flatMap(({ values }) => values.map(({ value }) => value));
}

function byNewest(a: OutsideRow, b: OutsideRow): number {
  return b.receivedAt - a.receivedAt || compareText(a.id, b.id);
}
