import type { Scene, SceneItem, SceneLink } from './scene.ts';

/** What has to be done to the canvas so that it shows another scene. */
export interface SyncPlan {
  readonly addItems: readonly SceneItem[];
  readonly removeItems: readonly string[];
  readonly moveItems: readonly SceneItem[];
  /** Items whose size, shape or pressability changed; all else of their look is drawn, not kept in the canvas. */
  readonly reshapeItems: readonly SceneItem[];
  readonly addLinks: readonly SceneLink[];
  readonly removeLinks: readonly string[];
  readonly restyleLinks: readonly SceneLink[];
}

export function planSync(before: Scene, after: Scene): SyncPlan {
  const kept = <T extends { readonly id: string }>(
    olds: ReadonlyMap<string, T>,
    news: ReadonlyMap<string, T>,
    differ: (a: T, b: T) => boolean,
  ) =>
    [...news.values()].filter((one) => {
      const old = olds.get(one.id);
      return old !== undefined && old !== one && differ(old, one);
    });
  return {
    addItems: missing(after.items, before.items),
    removeItems: missing(before.items, after.items).map(({ id }) => id),
    moveItems: kept(before.items, after.items, (a, b) => a.x !== b.x || a.y !== b.y),
    reshapeItems: kept(
      before.items,
      after.items,
      (a, b) => a.diameter !== b.diameter || a.shape !== b.shape || a.isFaded !== b.isFaded,
    ),
    addLinks: missing(after.links, before.links),
    removeLinks: missing(before.links, after.links).map(({ id }) => id),
    restyleLinks: kept(before.links, after.links, (a, b) => a.classes !== b.classes),
  };
}

export function isNothing(plan: SyncPlan): boolean {
  return Object.values(plan).every((list: readonly unknown[]) => list.length === 0);
}

/** Those of the first that are not in the second. */
function missing<T extends { readonly id: string }>(these: ReadonlyMap<string, T>, those: ReadonlyMap<string, unknown>): T[] {
  return [...these.values()].filter(({ id }) => !those.has(id));
}
