import type { Chart } from '../chart/chart.ts';
import { addItems } from '../chart/commands/addItems.ts';
import type { StepWords } from '../chart/history.ts';
import type { Body, Tie } from '../chart/layout/layoutQuestion.ts';
import type { EntityRecord } from '../remote/records.ts';
import { roomOf } from '../view/itemSize.ts';
import { shownLinkCount } from '../view/shown.ts';
import { countOf } from './countWords.ts';
import { markFresh } from './markFresh.ts';
import type { Workspace } from './workspace.ts';

/** Most items of one chart: what the canvas draws smoothly and the service joins in one answer. */
export const mostItems = 2000;

interface Growth {
  readonly arriving: readonly EntityRecord[];
  /** The item they come from, which has to be on the chart still; null when they come from nowhere in particular. */
  readonly around: string | null;
  /** Ids of a whole path, in its order: what arrives of it stands between its ends. */
  readonly chain?: readonly string[];
  readonly words: Pick<StepWords, 'verb' | 'about' | 'icon'>;
  readonly signal: AbortSignal;
}

export interface Grown {
  readonly added: readonly string[];
  /** Id of the step in the history. */
  readonly step: string;
}

/**
 * Puts entities on the chart as one step: asks for the links among all, lays out what is new around where it comes from,
 * moves nothing. Null when nothing came of it: all were there, or the item they come from has gone meanwhile.
 */
export async function growChart(workspace: Workspace, growth: Growth): Promise<Grown | null> {
  const { chart, remote, records } = workspace;
  const known = chart.getState().chart.items;
  await remote.linksAmong([...new Set([...known.keys(), ...growth.arriving.map(({ id }) => id)])], growth.signal);
  const found = await findPlaces(workspace, growth);
  if (found === null || growth.signal.aborted) return null;

  const patch = addItems(found.chart, found.places, growth.around ?? undefined);
  const grown: Chart = { items: new Map([...found.chart.items, ...patch.put.map((item) => [item.id, item] as const)]) };
  const links = shownLinkCount(grown, records()) - shownLinkCount(found.chart, records());
  const added = [...found.places.keys()];
  const detail = `${countOf(added.length, 'item')}, ${countOf(links, 'link')}`;
  if (!chart.perform(patch, { ...growth.words, detail })) return null;
  markFresh(workspace, added);
  const { history } = chart.getState();
  return { added, step: history.steps[history.position - 1]!.id };
}

/** A chart that changed while places were sought is asked about once more, so that nothing lands on what arrived meanwhile. */
async function findPlaces(workspace: Workspace, { arriving, around, chain, signal }: Growth) {
  for (;;) {
    const { chart } = workspace.chart.getState();
    if (around !== null && !chart.items.has(around)) return null;
    const isMissing = ({ id }: EntityRecord): boolean => chart.items.get(id)?.isHidden !== false;
    const missing = arriving.filter(isMissing);
    if (missing.length === 0) return null;
    const places = await workspace.layout(
      {
        kind: 'placeNew',
        placed: placedBodies(workspace, chart),
        arriving: missing.map((entity) => ({ id: entity.id, ...roomOf(entity) })),
        ties: tiesOf(workspace, chart, new Set(missing.map(({ id }) => id))),
        around,
        ...(chain && { chain }),
      },
      signal,
    );
    if (workspace.chart.getState().chart === chart) return { chart, places };
  }
}

/** Links that will be seen: of what arrives, and between what is shown. */
function tiesOf({ records }: Workspace, { items }: Chart, arriving: ReadonlySet<string>): Tie[] {
  const isSeen = (id: string): boolean => arriving.has(id) || items.get(id)?.isHidden === false;
  const seen = [...records().bundles.values()].filter(({ from, to }) => isSeen(from) && isSeen(to));
  return seen.map(({ from, to }) => ({ from, to }));
}

/** Hidden items keep their places: shown again, they must not lie on others. */
function placedBodies({ records }: Workspace, chart: Chart): Body[] {
  const { entities } = records();
  return [...chart.items.values()].map(({ id, x, y }) => {
    const entity = entities.get(id);
    return { id, x, y, ...(entity ? roomOf(entity) : { halfWidth: 40, halfHeight: 30 }) };
  });
}
