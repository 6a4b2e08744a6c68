import type { Point } from '../chart.ts';
import type { LayoutQuestion } from './layoutQuestion.ts';

/** Computes places, in a worker where there is one. An aborted run rejects with the signal's reason. */
export type LayoutRunner = (question: LayoutQuestion, signal?: AbortSignal) => Promise<ReadonlyMap<string, Point>>;
