import { Sqlite } from '../../sqlite.ts';
import type { StopSwitch } from '../../stopSwitch.ts';
import { callMethod, type Role } from './role.ts';
import { warmFile } from '../warmFile.ts';

export interface KeeperOptions {
  readonly path: string;
  /** Milliseconds between two checkpoints. */
  readonly every: number;
  /** Pages in the journal from which it is also emptied, which keeps the writer waiting for a moment. */
  readonly pagesToEmpty: number;
  /** Whether to read the file once, so that first questions need not wait for the disk. */
  readonly warms: boolean;
}

/** How long the writer may be kept waiting for readers while the journal is emptied, in milliseconds. */
const patience = 250;
/** After that failed: it costs the writers something. */
const pauseAfterFailure = 5_000;
/** When something deleted must go: until it has gone. */
const pauseWhileErasing = 200;

/** Moves what was committed from the journal to the file, so that neither the writer nor a reader ever has to. */
export function openKeeper({ path, every, pagesToEmpty, warms }: KeeperOptions, stop: StopSwitch): Role {
  const db = new Sqlite(path, { cache: 2, stop });
  db.all(`PRAGMA busy_timeout = ${patience}`);
  const ended = new AbortController();
  const warmed = warms ? warmFile(path, ended.signal) : Promise.resolve(0);
  let erasing: NodeJS.Timeout | null = null;
  let notBefore = 0;

  const checkpoint = (mode: 'PASSIVE' | 'TRUNCATE'): { readonly isBusy: boolean; readonly pages: number } => {
    const [busy, pages] = db.get<[number, number, number]>(`PRAGMA wal_checkpoint(${mode})`)!;
    return { isBusy: busy !== 0, pages };
  };
  const empty = (): boolean => {
    const { isBusy } = checkpoint('TRUNCATE');
    if (isBusy) notBefore = Date.now() + pauseAfterFailure;
    return !isBusy;
  };
  const beat = setInterval(() => {
    const { pages } = checkpoint('PASSIVE');
    if (pages >= pagesToEmpty && Date.now() >= notBefore) empty();
  }, every);
  const methods = {
    /** Empties the journal of what was deleted: now, or as soon as no reader needs it. */
    erase(): void {
      if (erasing !== null) return;
      if (!empty())
        erasing = setTimeout(() => {
          erasing = null;
          methods.erase();
        }, pauseWhileErasing);
    },
    /** Bytes of the file that were read, once they are. */
    warmed: () => warmed,
  };
  // The one before it may have died with something to erase.
  methods.erase();
  return {
    call: (name, asked) => callMethod(methods, name, asked),
    async close() {
      clearInterval(beat);
      if (erasing !== null) clearTimeout(erasing);
      ended.abort();
      await warmed;
      checkpoint('TRUNCATE');
      db.close();
    },
  };
}
