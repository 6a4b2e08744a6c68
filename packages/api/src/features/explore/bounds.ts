import { invalid, LinchpinError } from '../../model/errors.ts';
import type { Window } from '../../model/moment.ts';

/** @throws LinchpinError INVALID outside `least` to `most`. */
export function requireBetween(path: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  const expected = `a whole number from ${least} to ${most}`;
  throw invalid([{ path, message: `${value} is not ${expected}`, expected }]);
}

/** @throws LinchpinError TOO_LARGE beyond `most` ids. */
export function requireAtMost(path: string, list: readonly unknown[], most: number): void {
  if (list.length <= most) return;
  throw new LinchpinError('TOO_LARGE', `${path}: ${list.length} ids, and at most ${most} may be asked for at once`, [
    { path, message: `${list.length} ids`, expected: `at most ${most} ids; ask in several requests` },
  ]);
}

/** @throws LinchpinError INVALID when the window ends before it begins. */
export function requireWindow(window: Window): void {
  if (window.since === null || window.until === null || window.since < window.until) return;
  throw invalid([{ path: 'until', message: 'until is not after since', expected: 'a moment after since, or none' }]);
}
