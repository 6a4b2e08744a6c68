import { foldWords } from '@linchpin/schema';
import { compareText } from '../../../model/entityView.ts';
import { LinchpinError } from '../../../model/errors.ts';
import { makeBundles } from '../../../model/neighbourhood.ts';
import { limits } from '../../../model/paging.ts';
import type { ExpandAnswer, ExpandQuery } from '../../ports/graphStore.ts';
import { readAgencies, readCaptions } from './briefly.ts';
import { type MatchedRows } from './matchRows.ts';
import { listNeighbours, newest, strongest, takeFirst, type NeighbourList } from './neighbourList.ts';
import { presentRows } from './presentRows.ts';
import type { Sight } from './sight.ts';
import { viewEntities } from './viewEntities.ts';

/** Neighbours of some entities: counted, ordered, one page. */
export function expand(sight: Sight, query: ExpandQuery): ExpandAnswer {
  const expanded = sight.findEach(query.ids);
  sight.learnRows(expanded);
  const matched = expanded.map((e) => sight.match(e, { ...query, except: expanded }));
  const list = listNeighbours(matched, query.order);
  const leftOut = new Uint8Array(list.count);
  const excluded = leaveOut(list, leftOut, query.exclude.length === 0 ? [] : sight.identify(query.exclude));
  const compare = order(sight, query, list);
  const page = takeFirst(list.count, { first: query.limit, leftOut, compare }).map((i) => list.other[i]!);
  const views = viewEntities(sight, page);
  return {
    entities: page.map((e) => views.get(e)!),
    bundles: makeBundles(
      presentRows(
        sight,
        matched.map((some) => onlyTo(some, page)),
      ),
    ).sort((a, b) => compareText(a.id, b.id)),
    total: Math.min(list.count, limits.exactTotal),
    isTotalExact: list.count <= limits.exactTotal,
    remaining: list.count - excluded - page.length,
    undated: matched.reduce((sum, { undated }) => sum + undated, 0),
  };
}

/** Answers how many were left out. */
function leaveOut(list: NeighbourList, leftOut: Uint8Array, excluded: readonly number[]): number {
  if (excluded.length === 0) return 0;
  const names = new Set(excluded);
  let found = 0;
  for (let i = 0; i < list.count && found < names.size; i++)
    if (names.has(list.other[i]!)) {
      leftOut[i] = 1;
      found++;
    }
  return found;
}

/** Rows that count, to these others only. */
function onlyTo({ rows, counts }: MatchedRows, others: readonly number[]): { rows: MatchedRows['rows']; which: number[] } {
  const which: number[] = [];
  for (const other of others)
    for (let i = rows.lower(other); i < rows.count && rows.other[i] === other; i++) if (counts[i] === 1) which.push(i);
  return { rows, which };
}

function order(sight: Sight, query: ExpandQuery, list: NeighbourList): (a: number, b: number) => number {
  const byId = (a: number, b: number): number =>
    list.place[a]! - list.place[b]! || compareText(sight.idOf(list.other[a]!), sight.idOf(list.other[b]!));
  if (query.order === 'NEWEST') return newest(list, byId);
  if (list.count > limits.orderedNeighbours) throw tooManyToOrder(query);
  if (query.order === 'STRONGEST') return strongest(list, byId);
  const others = [...list.other.subarray(0, list.count)];
  if (query.order === 'CAPTION') {
    const captions = readCaptions(sight, others);
    const keys = others.map((other) => foldWords(captions.get(other)!).join(' '));
    return (a, b) => compareText(keys[a]!, keys[b]!) || byId(a, b);
  }
  const agencies = readAgencies(sight, others);
  const counts = others.map((other) => agencies.get(other)!.filter((agency) => agency !== sight.scope.agency).length);
  return (a, b) => counts[b]! - counts[a]! || byId(a, b);
}

function tooManyToOrder(query: ExpandQuery): LinchpinError {
  const help =
    query.window.since === null && query.window.until === null
      ? 'Give a time window (since, until)'
      : query.linkKinds === null
        ? 'Choose link kinds'
        : 'Choose entity kinds or a shorter time window';
  return new LinchpinError(
    'TOO_LARGE',
    `More than ${limits.orderedNeighbours.toLocaleString('en')} entities match; only the order NEWEST can be given. ${help}, or ask for NEWEST.`,
  );
}
