import type { Point } from '../chart.ts';

/** One thing that takes room on the chart. Lengths in chart units. */
export interface Body extends Point {
  readonly id: string;
  /** Half the room it takes to each side, caption included. */
  readonly halfWidth: number;
  readonly halfHeight: number;
}

export interface Tie {
  readonly from: string;
  readonly to: string;
}

/** Where may the new bodies stand, while the placed ones stay where they are? */
export interface PlaceNew {
  readonly kind: 'placeNew';
  readonly placed: readonly Body[];
  /** Their x and y are not read. */
  readonly arriving: readonly Omit<Body, 'x' | 'y'>[];
  /** Links of what arrives, and those between what is placed, which it leaves free. */
  readonly ties: readonly Tie[];
  /** The item they come from; they gather around it. Null: near to what they are linked to. */
  readonly around: string | null;
  /** A path from end to end: what arrives of it stands between what is placed of it. */
  readonly chain?: readonly string[];
}

export type Arrangement = 'force' | 'circles' | 'rows';

/** Where do the free bodies stand in a fresh arrangement, while the fixed ones stay where they are? */
export interface ArrangeAll {
  readonly kind: 'arrange';
  readonly arrangement: Arrangement;
  readonly fixed: readonly Body[];
  readonly free: readonly Body[];
  readonly ties: readonly Tie[];
  /** Middle of the circles; the best linked one when null. */
  readonly middle: string | null;
  /** Rows: which row a body belongs to. */
  readonly groupOf?: Readonly<Record<string, string>>;
}

export type LayoutQuestion = PlaceNew | ArrangeAll;
