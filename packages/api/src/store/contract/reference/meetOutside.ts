import type { Encounter, PointerView } from '../../../model/views.ts';
import { PERSON } from '../../../model/vocabularyWords.ts';
import type { PointerAnswer } from '../../ports/graphStore.ts';
import { newestFirst } from './mergeRecords.ts';
import type { Sight } from './sight.ts';
import { sortedBy } from './sortedPage.ts';
import type { HeldRecord } from './world.ts';

/** Pointers of one visible entity. Of people only to records that share an identity number with what is seen. */
export function pointersOf(sight: Sight, entityId: string): PointerAnswer {
  const numbers = new Set(sight.records.get(entityId)!.flatMap(identityNumbers));
  const isMet = (held: HeldRecord): boolean =>
    held.record.kind !== PERSON || identityNumbers(held).some((number) => numbers.has(number));
  return meet(sight, (sight.outside.get(entityId) ?? []).filter(isMet));
}

/** A protected person's records answer as sealed ones: no pointer, and the holder is told. */
export function meet(sight: Sight, met: readonly HeldRecord[]): PointerAnswer {
  const pointers = new Map<string, PointerView>();
  const encounters = new Map<string, Encounter>();
  for (const { report, entityId } of newestFirst(met)) {
    const { agency, outsideAudience } = report.origin;
    const encounter = { holder: agency, reportNumber: report.number, entityId, outsideAudience };
    encounters.set(`${report.number} ${entityId}`, encounter);
    if (outsideAudience === 'SEALED' || sight.isProtected(entityId)) continue;
    const key = `${agency} ${entityId}`;
    pointers.set(key, { agency, entityId, contact: pointers.get(key)?.contact ?? report.contact });
  }
  return {
    pointers: sortedBy(pointers.values(), ['up', 'up'], ({ agency, entityId }) => [agency, entityId]),
    encounters: sortedBy(encounters.values(), ['up', 'up', 'up'], (met) => [met.holder, met.reportNumber, met.entityId]),
  };
}

function identityNumbers({ record }: HeldRecord): string[] {
  return record.properties
    .filter(({ name }) => name === 'identityNumber')
    .flatMap(({ values }) => values.map(({ value }) => value));
}
