import { visibleItems } from '../chart/chart.ts';
import { arrangeItems } from '../chart/commands/changeItems.ts';
import type { Arrangement, Body } from '../chart/layout/layoutQuestion.ts';
import { roomOf } from '../view/itemSize.ts';
import { shownBundles } from '../view/shown.ts';
import { askViewport } from '../view/viewportRequests.ts';
import { countOf } from './countWords.ts';
import { sayFailure } from './sayFailure.ts';
import { targetOf } from './targets.ts';
import { lastStep, undoStep } from './undoStep.ts';
import type { Workspace } from './workspace.ts';

/** Arranges everything shown, as one step; pinned items stay where they are. */
export async function arrangeChart(workspace: Workspace, arrangement: Arrangement): Promise<void> {
  const run = workspace.running.start('arrange');
  try {
    const { chart } = workspace.chart.getState();
    const { entities } = workspace.records();
    const bodies = visibleItems(chart).flatMap(({ id, x, y, isPinned }): (Body & { isPinned: boolean })[] => {
      const entity = entities.get(id);
      return entity ? [{ id, x, y, isPinned, ...roomOf(entity) }] : [];
    });
    const places = await workspace.layout(
      {
        kind: 'arrange',
        arrangement,
        fixed: bodies.filter((body) => body.isPinned),
        free: bodies.filter((body) => !body.isPinned),
        ties: shownBundles(chart, workspace.records()).map(({ from, to }) => ({ from, to })),
        middle: targetOf(workspace),
        groupOf: Object.fromEntries(bodies.map(({ id }) => [id, entities.get(id)?.kind ?? ''])),
      },
      run.signal,
    );
    if (run.signal.aborted) return;
    sayArranged(
      workspace,
      places.size,
      workspace.chart.perform(arrangeItems(workspace.chart.getState().chart, places), {
        verb: bodies.some((body) => body.isPinned) ? 'Arranged, kept pinned' : 'Arranged',
        about: [],
        detail: `${countOf(places.size, 'item')} moved`,
        icon: 'waypoints',
      }),
    );
  } catch (error) {
    const again = (): void => void arrangeChart(workspace, arrangement);
    sayFailure(workspace, error, { what: 'The chart could not be arranged', signal: run.signal, again });
  } finally {
    run.end();
  }
}

function sayArranged(workspace: Workspace, count: number, isStep: boolean): void {
  askViewport({ kind: 'fit' });
  const step = lastStep(workspace);
  if (!isStep || step === null) return;
  workspace.say({
    text: `${countOf(count, 'item')} arranged`,
    actions: [{ label: 'Undo', run: () => undoStep(workspace, step) }],
  });
}
