import { searchStore } from '../../analysis/paths/searchStore.ts';
import type { RunContext, UseCase } from '../../gate/useCase.ts';
import { LinchpinError } from '../../model/errors.ts';
import type { Window } from '../../model/moment.ts';
import { limits } from '../../model/paging.ts';
import type { PathQuestion } from '../../model/pathSearch.ts';
import type { EntityView } from '../../model/views.ts';
import { requireBetween, requireWindow } from './bounds.ts';
import { isWholePath, readPaths, type PathView } from './readPaths.ts';

export interface PathsInput extends PathQuestion {
  readonly window: Window;
}

export interface PathsResult {
  readonly paths: readonly PathView[];
  readonly isLimitReached: boolean;
  readonly skippedGeneric: readonly EntityView[];
}

/** Ways between two entities. */
export const findPaths: UseCase<PathsInput, PathsResult> = {
  name: 'findPaths',
  kind: 'evidence read',
  permission: 'evidence:read',
  async run(context, { window, ...question }) {
    requireBetween('maxHops', question.maxHops, 1, limits.pathHops);
    requireBetween('count', question.count, 1, limits.pathCount);
    requireWindow(window);
    const [[from, to], newest] = await Promise.all([requireEnds(context, question.from, question.to), newestOf(context)]);
    const asked = { ...question, from: from.id, to: to.id };
    const isWindow = window.since !== null || window.until !== null;
    return (!isWindow && (await askAdjacency(context, asked, newest))) || askStore(context, { ...asked, window });
  },
  describe: ({ from, to, maxHops, count, throughGeneric, linkKinds, window }) => ({
    from,
    to,
    maxHops,
    count,
    throughGeneric,
    linkKinds,
    ...window,
  }),
  count: ({ paths }) => paths.length,
};

/** The change that an answer must know: so a caller's own writes are in it. */
async function newestOf({ analysis, graph }: RunContext): Promise<number> {
  return analysis?.status.state === 'ready' ? graph.lastChange() : 0;
}

/** Null: not answered, or the store says otherwise by now. */
async function askAdjacency(context: RunContext, question: PathQuestion, newest: number): Promise<PathsResult | null> {
  const found = await context.analysis?.findPaths(context.scope, question, newest);
  if (!found) return null;
  const { paths, skippedGeneric } = await readPaths(context, found);
  const isSame =
    found.paths.every((path, place) => isWholePath(path, paths[place]!, question.throughGeneric)) &&
    found.skippedGeneric.every((id, place) => skippedGeneric[place]?.id === id && skippedGeneric[place].isGeneric);
  return isSame ? { paths, skippedGeneric, isLimitReached: found.isLimitReached } : null;
}

async function askStore(context: RunContext, question: PathsInput): Promise<PathsResult> {
  const { analysis, graph, scope } = context;
  const found = (await analysis?.searchStore(scope, question)) ?? (await searchStore(graph, scope, question));
  const { paths, skippedGeneric } = await readPaths(context, found);
  // What was taken back while the paths were read is no longer a path.
  const whole = paths.filter(({ entities, length }) => entities.length === length + 1);
  return { paths: whole, skippedGeneric, isLimitReached: found.isLimitReached };
}

/** Unknown and out of sight are the same. */
async function requireEnds({ graph, scope }: RunContext, from: string, to: string): Promise<[EntityView, EntityView]> {
  const [first, second] = await graph.entities(scope, [from, to]);
  if (first && second) return [first, second];
  const path = first ? 'to' : 'from';
  throw new LinchpinError('NOT_FOUND', `${path}: there is no such entity`, [
    { path, message: 'There is no such entity', expected: 'the id of an entity that you can see' },
  ]);
}
