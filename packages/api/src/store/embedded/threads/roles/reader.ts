import { publicIds } from '../../../../model/publicIds.ts';
import type { Scope } from '../../../../model/scope.ts';
import { workReads } from '../../embeddedWorkStore.ts';
import { Interning } from '../../interning.ts';
import { embeddedReads } from '../../reads.ts';
import { Sqlite } from '../../sqlite.ts';
import type { StopSwitch } from '../../stopSwitch.ts';
import { unpackVocabulary, type CarriedVocabulary } from '../carryVocabulary.ts';
import { callMethod, type Role } from './role.ts';

export interface ReaderOptions {
  readonly path: string;
  readonly secret: Uint8Array;
  readonly vocabulary: CarriedVocabulary;
}

/**
 * A read as text. Scopes are large and few: each travels once, with a number, and is meant by its number afterwards.
 * Null: asked without a scope.
 */
export type ReadText = readonly [scope: number | null, newScope: Scope | null, ...asked: unknown[]];

/** Reads of evidence and work, each in one read transaction, over a connection that cannot write. Questions and answers are JSON. */
export function openReader({ path, secret, vocabulary }: ReaderOptions, stop: StopSwitch): Role {
  const db = new Sqlite(path, { isReadOnly: true, stop });
  const known = unpackVocabulary(vocabulary);
  const interning = new Interning(db, known);
  const reads = {
    ...embeddedReads({ db, interning, ids: publicIds(Buffer.from(secret)), vocabulary: known }),
    ...workReads(db),
  };
  const scopes: Scope[] = [];
  return {
    call(name, [text]) {
      const [number, newScope, ...asked] = JSON.parse(text as string) as ReadText;
      if (number !== null && newScope !== null) scopes[number] = newScope;
      const args = number === null ? asked : [scopes[number], ...asked];
      return db.reading(() => {
        interning.catchUp();
        return JSON.stringify(callMethod(reads, name, args));
      });
    },
    close: () => db.close(),
  };
}
