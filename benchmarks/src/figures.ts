import type { Timing } from './measure.ts';

/** One line of the table. */
export interface Figure {
  readonly question: string;
  /** As the target is written; null where a figure is only reported. */
  readonly target: string | null;
  readonly ours: string;
  readonly peer: string | null;
  /** Ours by the peer's, at the median. */
  readonly ratio: number | null;
  /** Null: no target. */
  readonly isMet: boolean | null;
}

/** @param most p95 in milliseconds; null: reported only */
export function timed(question: string, most: number | null, ours: Timing, peer: Timing | null = null): Figure {
  return {
    question,
    target: most === null ? null : `p95 <= ${most} ms`,
    ours: `${ms(ours.p50)} / ${ms(ours.p95)} ms`,
    peer: peer && `${ms(peer.p50)} / ${ms(peer.p95)} ms`,
    ratio: peer && ours.p50 / peer.p50,
    isMet: most === null ? null : ours.p95 <= most,
  };
}

/** A figure that is counted, not timed. @param bound what it must not pass, and on which side */
export function counted(
  question: string,
  ours: { readonly value: number; readonly unit: string },
  bound: { readonly atMost: number } | { readonly atLeast: number } | null,
): Figure {
  const { value, unit } = ours;
  const isMet = bound === null ? null : 'atMost' in bound ? value <= bound.atMost : value >= bound.atLeast;
  const target =
    bound === null ? null : 'atMost' in bound ? `<= ${number(bound.atMost)} ${unit}` : `>= ${number(bound.atLeast)} ${unit}`;
  return { question, target, ours: `${number(value)} ${unit}`, peer: null, ratio: null, isMet };
}

export function ms(value: number): string {
  return value < 1 ? value.toFixed(3) : value.toFixed(1);
}

function number(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 });
}
