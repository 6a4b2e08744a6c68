import type { LocalGraph } from './localGraph.ts';

/** What one end of a search has reached, level by level. */
export class Levels {
  /** Levels read: entities nearer than this are known with all their steps. */
  depth = 0;
  frontier: readonly number[];
  /** Generic entities met (dense numbers), with their distance from this end. */
  readonly skipped = new Map<number, number>();
  readonly #graph: LocalGraph;
  readonly #distances: number[] = [];

  constructor(graph: LocalGraph, end: number) {
    this.#graph = graph;
    this.frontier = [end];
    this.#distances[end] = 0;
  }

  /** Steps from this end; more than any path has where it was not reached. */
  distance(local: number): number {
    return this.#distances[local] ?? Infinity;
  }

  /** Whether every entity within so many steps of this end is known. */
  knows(steps: number): boolean {
    return steps <= this.depth || this.frontier.length === 0;
  }

  /** Reads one more level. False when `isOver` before it was read whole. */
  grow(isOver: () => boolean): boolean {
    const graph = this.#graph;
    const next: number[] = [];
    for (const local of this.frontier) {
      if (isOver()) return false;
      graph.read(local);
      for (const entity of graph.skippedAt(local)) if (!this.skipped.has(entity)) this.skipped.set(entity, this.depth + 1);
      for (let step = graph.firstStep(local); step >= 0; step = graph.nextStep(step)) {
        const to = graph.stepTo(step);
        if (this.#distances[to] !== undefined) continue;
        this.#distances[to] = this.depth + 1;
        next.push(to);
      }
    }
    this.frontier = next;
    this.depth++;
    return true;
  }
}
