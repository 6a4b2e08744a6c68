import type { EntityKind } from '@linchpin/schema';
import { limits } from '../../../model/paging.ts';
import type { FoldedRecords } from '../../../model/recordFold.ts';
import type { EntityView } from '../../../model/views.ts';
import type { HubState } from './context.ts';
import { foldHub } from './hubFold.ts';
import { hubRecords } from './hubRecords.ts';
import { seen } from './seen.ts';
import type { Sight } from './sight.ts';

/** Over visible holdings and links. */
export interface LinkFacts {
  readonly neighbours: number;
  readonly firstLink: number | null;
  readonly lastLink: number | null;
}

/** What a viewer's records of a hub say together. */
export interface KeptView {
  readonly fold: FoldedRecords;
  readonly state: HubState;
  readonly links: LinkFacts;
  /** Where links are hidden: what was seen when a change was the newest. */
  guarded: { readonly upTo: number; readonly links: LinkFacts } | null;
  /** As it was last finished, by whether it was protected. */
  readonly finished: Map<boolean, EntityView>;
}

/** Records and holdings of a hub in scope, folded in memory; kept while the hub is the same. */
export function hubView(sight: Sight, e: number, state: HubState): KeptView {
  const { at, scope } = sight;
  const key = `${e} ${scope.key}`;
  const known = at.views.get(key);
  const isSame = known?.state.epoch === state.epoch && known.state.version === state.version;
  const view = known && isSame ? known : makeView(sight, e, state);
  at.views.keep(key, view, isSame ? undefined : bytesOf(view, sight.kindOf(e)));
  return view;
}

function makeView(sight: Sight, e: number, state: HubState): KeptView {
  const kept = hubRecords(sight.at, e, state);
  const fold = foldHub(sight.at, sight.kindOf(e), { kept, bytes: sight.bytes });
  let firstLink: number | null = null;
  let lastLink: number | null = null;
  for (const { o, first, last } of kept.holdings) {
    if (sight.bytes[o] !== 1) continue;
    if (first !== null && (firstLink === null || first < firstLink)) firstLink = first;
    if (last !== null && (lastLink === null || last > lastLink)) lastLink = last;
  }
  const links = { neighbours: countSome(sight, e, state), firstLink, lastLink };
  return { fold, state, links, guarded: null, finished: new Map() };
}

function bytesOf({ fold }: KeptView, kind: EntityKind): number {
  let bytes = 2_000;
  for (const { values } of fold.properties(kind)) for (const { reports } of values) bytes += 300 + reports.length * 60;
  return bytes;
}

const someNeighbours = `SELECT count(*) FROM (SELECT DISTINCT other FROM adj WHERE e = ?2 AND ${seen('o')} LIMIT ${limits.genericNeighbours})`;

/** Distinct neighbours in scope, telling links counted in; stops where it is generic. All rows are not read for that. */
function countSome(sight: Sight, e: number, state: HubState): number {
  const kept = sight.at.rows.get(e);
  if (kept?.state.epoch !== state.epoch || kept.state.version !== state.version)
    return sight.at.db.value<number>(someNeighbours, [sight.bytes, e])!;
  const { count, other, o } = kept.rows;
  let neighbours = 0;
  for (let i = 0, before = -1; i < count && neighbours < limits.genericNeighbours; i++)
    if (sight.bytes[o[i]!] === 1 && other[i] !== before) {
      before = other[i]!;
      neighbours++;
    }
  return neighbours;
}
