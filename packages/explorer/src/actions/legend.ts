import { legendCounts } from '../view/shown.ts';
import type { Workspace } from './workspace.ts';

/** A press in the legend: these kinds fade together or come back together. A family's entry names all its kinds. */
export function toggleKind({ view }: Workspace, kinds: readonly string[]): void {
  view.setState(({ fadedKinds }) => {
    const isOn = kinds.some((kind) => !fadedKinds.has(kind));
    const next = new Set(fadedKinds);
    for (const kind of kinds) {
      if (isOn) next.add(kind);
      else next.delete(kind);
    }
    return { fadedKinds: next };
  });
  dropFaded(view);
}

/** A double press: only these stay; once more, all come back. */
export function onlyKinds(workspace: Workspace, kinds: readonly string[]): void {
  const { view, chart, records } = workspace;
  const others = [...legendCounts(chart.getState().chart, records()).keys()].filter((kind) => !kinds.includes(kind));
  const { fadedKinds } = view.getState();
  const isAlready = others.every((kind) => fadedKinds.has(kind)) && kinds.every((kind) => !fadedKinds.has(kind));
  view.setState({ fadedKinds: new Set(isAlready ? [] : others) });
}

/** What cannot be seen must not be hovered. */
function dropFaded(view: Workspace['view']): void {
  view.setState({ hovered: null });
}
