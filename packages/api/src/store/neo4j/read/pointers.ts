import { compareNewest, compareText } from '../../../model/entityView.ts';
import type { PreparedProperty } from '../../../model/prepared.ts';
import type { Scope } from '../../../model/scope.ts';
import { PERSON } from '../../../model/vocabularyWords.ts';
import type { LookupAnswer, PointerAnswer } from '../../ports/graphStore.ts';
import { groupBy } from '../groupBy.ts';
import { identityNumbers, pointerAnswer, type OutsideRow } from '../mappers/pointerAnswer.ts';
import { findHolders, readOutsideByKey, readOutsideOf } from '../queries/readOutside.ts';
import { Sight, type FoundEntity, type ReadContext } from './sight.ts';

const nothing: PointerAnswer = { pointers: [], encounters: [] };

export async function readPointers(at: ReadContext, scope: Scope, ids: readonly string[]): Promise<PointerAnswer[]> {
  const sight = new Sight(at, scope);
  const found = await sight.find(ids);
  const answers = await pointersOf(sight, [...found.values()]);
  return ids.map((id) => answers.get(found.get(id)?.id ?? '') ?? nothing);
}

/** Pointers of visible entities, by id. A person answers only where an identity number is shared with what is seen. */
export async function pointersOf(sight: Sight, entities: readonly FoundEntity[]): Promise<ReadonlyMap<string, PointerAnswer>> {
  const pointing = entities.filter(({ kind }) => sight.kindOf(kind).answersWithPointer);
  if (pointing.length === 0) return new Map();
  const outside = await sight.read<OutsideRow>(readOutsideOf, { ids: [...new Set(pointing.map(({ id }) => id))] });
  const met = await leaveStrangersOut(sight, outside);
  const protectedIds = await sight.protectedAmong(pointing);
  return new Map([...groupBy(met, ({ entityId }) => entityId)].map(([id, rows]) => [id, pointerAnswer(rows, protectedIds)]));
}

async function leaveStrangersOut(sight: Sight, outside: readonly OutsideRow[]): Promise<OutsideRow[]> {
  const people = outside.filter(({ kind }) => kind === PERSON).map(({ entityId }) => entityId);
  const seen = await sight.records(people);
  const numbers = new Map(
    [...seen].map(([id, records]) => [id, new Set(records.flatMap(({ properties }) => identityNumbers(properties)))]),
  );
  return outside.filter(
    ({ kind, entityId, properties }) =>
      kind !== PERSON ||
      identityNumbers(JSON.parse(properties) as PreparedProperty[]).some((number) => numbers.get(entityId)?.has(number)),
  );
}

export async function lookUp(at: ReadContext, scope: Scope, asked: readonly string[]): Promise<LookupAnswer> {
  const sight = new Sight(at, scope);
  const keys = [...new Set(asked)];
  const holders = await sight.read<FoundEntity>(findHolders, { keys, agencies: null });
  const shy = await sight.protectedAmong(holders);
  const briefs = await sight.briefs(holders.flatMap(({ id }) => (shy.has(id) ? [] : [id])));
  const entityIds = [...briefs.values()]
    .sort((a, b) => compareNewest(a.lastSeen, b.lastSeen) || compareText(a.id, b.id))
    .map(({ id }) => id);
  const kinds = [...at.vocabulary.entityKinds.values()].flatMap(({ kind, answersWithPointer }) =>
    answersWithPointer ? [kind] : [],
  );
  const outside = await sight.read<OutsideRow>(readOutsideByKey, { keys, kinds });
  const protectedIds = await sight.protectedAmong(outside.map(({ entityId, kind }) => ({ id: entityId, kind })));
  return { entityIds, ...pointerAnswer(outside, protectedIds) };
}
