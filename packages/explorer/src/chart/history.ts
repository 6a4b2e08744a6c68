import type { Chart } from './chart.ts';
import { applyDiff, type Diff, reverseDiff } from './diff.ts';

/** What was done, without any caption: names are looked up when shown, so that nothing of the evidence is kept with the chart. */
export interface StepWords {
  /** As "Expanded", "Hid", "Arranged, kept pinned". */
  readonly verb: string;
  /** Ids of the entities it was about, at most a few. */
  readonly about: readonly string[];
  /** How many it was about, when more than are named. */
  readonly count?: number;
  /** As "37 items, 41 links". */
  readonly detail?: string;
  /** Lucide icon name. */
  readonly icon: string;
}

export interface Step {
  readonly id: string;
  readonly words: StepWords;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly diff: Diff;
}

/** Steps oldest first; `position` of them are done, the rest are undone and can be redone. */
export interface History {
  readonly steps: readonly Step[];
  readonly position: number;
}

export const emptyHistory: History = { steps: [], position: 0 };

/** Oldest steps are forgotten beyond this many. */
export const longestHistory = 500;

export function addStep(history: History, step: Step): History {
  const steps = [...history.steps.slice(0, history.position), step].slice(-longestHistory);
  return { steps, position: steps.length };
}

/** Goes back or forth to the state after the first `position` steps. */
export function goTo(chart: Chart, history: History, position: number): { chart: Chart; history: History } {
  const target = Math.max(0, Math.min(position, history.steps.length));
  let at = chart;
  for (let done = history.position; done > target; done -= 1) at = reverseDiff(at, history.steps[done - 1]!.diff);
  for (let done = history.position; done < target; done += 1) at = applyDiff(at, history.steps[done]!.diff);
  return { chart: at, history: { ...history, position: target } };
}

/** "Expanded (504) 555-0142", "Hid 3 items", "Found path Dorian Pell to Lena Castillane". */
export function describeStep(words: StepWords, captionOf: (id: string) => string | undefined): string {
  const count = words.count ?? words.about.length;
  if (count === 0) return words.verb;
  const names = words.about.map((id) => captionOf(id) ?? 'an item');
  if (count === names.length && count <= 2) return `${words.verb} ${names.join(' to ')}`;
  return `${words.verb} ${count.toLocaleString('en-US')} items`;
}
