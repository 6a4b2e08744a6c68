import { findPaths as search } from '../../analysis/paths/findPaths.ts';
import type { RunContext, UseCase } from '../../gate/useCase.ts';
import { LinchpinError } from '../../model/errors.ts';
import type { Window } from '../../model/moment.ts';
import { limits } from '../../model/paging.ts';
import type { BundleView, EntityView } from '../../model/views.ts';
import { requireBetween, requireWindow } from './bounds.ts';

export interface PathsInput {
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
  readonly count: number;
  readonly throughGeneric: boolean;
  readonly linkKinds: readonly string[] | null;
  readonly window: Window;
}

export interface PathView {
  readonly entities: readonly EntityView[];
  readonly bundles: readonly BundleView[];
  readonly length: number;
}

export interface PathsResult {
  readonly paths: readonly PathView[];
  readonly isLimitReached: boolean;
  readonly skippedGeneric: readonly EntityView[];
}

const mostSkipped = 20;

/** Ways between two entities. */
export const findPaths: UseCase<PathsInput, PathsResult> = {
  name: 'findPaths',
  kind: 'evidence read',
  permission: 'evidence:read',
  async run(context, { linkKinds, window, ...question }) {
    requireBetween('maxHops', question.maxHops, 1, limits.pathHops);
    requireBetween('count', question.count, 1, limits.pathCount);
    requireWindow(window);
    const { graph, scope } = context;
    const [from, to] = await requireEnds(context, question.from, question.to);
    const answer = await search({
      ...question,
      from: from.id,
      to: to.id,
      steps: (ids) => graph.neighbours(scope, ids, { linkKinds, window }),
    });
    const paths = answer.paths.map(({ ids, steps }) => ({ ids, bundleIds: steps.flatMap((step) => step.bundleIds) }));
    const read = await readAll(context, paths, answer.skippedGeneric.slice(0, mostSkipped));
    return { ...read, isLimitReached: answer.isLimitReached };
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

/** Unknown and out of sight are the same. */
async function requireEnds({ graph, scope }: RunContext, from: string, to: string): Promise<[EntityView, EntityView]> {
  const [first, second] = await graph.entities(scope, [from, to]);
  if (first && second) return [first, second];
  const path = first ? 'to' : 'from';
  throw new LinchpinError('NOT_FOUND', `${path}: there is no such entity`, [
    { path, message: 'There is no such entity', expected: 'the id of an entity that you can see' },
  ]);
}

async function readAll(
  { graph, scope }: RunContext,
  paths: readonly { readonly ids: readonly string[]; readonly bundleIds: readonly string[] }[],
  skipped: readonly string[],
): Promise<Pick<PathsResult, 'paths' | 'skippedGeneric'>> {
  const entityIds = [...new Set([...paths.flatMap(({ ids }) => ids), ...skipped])];
  const bundleIds = [...new Set(paths.flatMap((path) => path.bundleIds))];
  const [entities, bundles] = await Promise.all([graph.entities(scope, entityIds), graph.bundles(scope, bundleIds)]);
  const entityById = new Map(entityIds.map((id, index) => [id, entities[index] ?? null]));
  const bundleById = new Map(bundleIds.map((id, index) => [id, bundles[index] ?? null]));
  const pick = <T>(map: ReadonlyMap<string, T | null>, ids: readonly string[]): T[] =>
    ids.flatMap((id) => {
      const view = map.get(id);
      return view ? [view] : [];
    });
  const shown = paths.map((path) => ({
    entities: pick(entityById, path.ids),
    bundles: pick(bundleById, path.bundleIds),
    length: path.ids.length - 1,
  }));
  // What was taken back while the paths were read is no longer a path.
  const whole = shown.filter(({ entities: all, length }) => all.length === length + 1);
  return { paths: whole, skippedGeneric: pick(entityById, skipped) };
}
