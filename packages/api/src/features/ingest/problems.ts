import { invalid, type FieldProblem } from '../../model/errors.ts';

const most = 20;
/** Names and lists that an input made up itself may be of any length. */
const longest = 600;

/** Collects what is wrong with one input, so that a caller sees everything at once (up to 20). */
export class Problems {
  readonly #found: FieldProblem[] = [];

  get isFull(): boolean {
    return this.#found.length >= most;
  }

  add(path: string, message: string, expected: string): void {
    if (!this.isFull) this.#found.push({ path: cut(path), message: cut(message), expected: cut(expected) });
  }

  /** @throws LinchpinError INVALID with all of them. */
  throwIfAny(): void {
    if (this.#found.length > 0) throw invalid(this.#found);
  }
}

/** Without signs that steer a terminal. */
function cut(text: string): string {
  const shown = text.length <= longest ? text : `${text.slice(0, longest)}...`;
  return shown.replaceAll(/\p{Cc}/gu, '\ufffd');
}
