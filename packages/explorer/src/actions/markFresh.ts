import type { Workspace } from './workspace.ts';

/** How long new items are ringed. */
export const freshMilliseconds = 2000;

export function markFresh({ view }: Workspace, ids: readonly string[]): void {
  view.setState(({ fresh }) => ({ fresh: new Set([...fresh, ...ids]) }));
  setTimeout(
    () => view.setState(({ fresh }) => ({ fresh: new Set([...fresh].filter((id) => !ids.includes(id))) })),
    freshMilliseconds,
  );
}
