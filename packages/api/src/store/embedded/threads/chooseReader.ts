/** What a reader has to do, as far as choosing one goes. */
export interface ReaderLoad {
  readonly isReady: boolean;
  /** Reads that it was given and has not answered. */
  readonly given: number;
  readonly heavy: number;
}

export interface Wish {
  readonly isHeavy: boolean;
  /** Names the reader that has the rows in memory, if any did; any integer from 0. */
  readonly preference: number | null;
}

/** So many reads are given to a reader ahead: enough that it never waits, and few, since another may be free sooner. */
const ahead = 8;
/** A reader may be busier by so many and still be preferred. */
const loyalty = 2;

/**
 * Index of the reader that should have this read; null when it had better wait.
 *
 * Heavy reads go one at a time to a reader, never to the first of several, and no short read is put behind one: so
 * there always is a reader that is quick.
 */
export function chooseReader(readers: readonly ReaderLoad[], { isHeavy, preference }: Wish): number | null {
  const isOne = readers.length === 1;
  const mayHave = ({ isReady, given, heavy }: ReaderLoad, index: number): boolean =>
    isReady && given < ahead && (isOne || (heavy === 0 && (!isHeavy || index > 0)));
  let least: number | null = null;
  readers.forEach((reader, index) => {
    if (mayHave(reader, index) && (least === null || reader.given < readers[least]!.given)) least = index;
  });
  if (least === null || preference === null) return least;
  const preferred = preference % readers.length;
  const reader = readers[preferred]!;
  return mayHave(reader, preferred) && reader.given <= readers[least]!.given + loyalty ? preferred : least;
}
