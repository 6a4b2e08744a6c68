import type { Vocabulary } from '@linchpin/schema';
import type { Analysis } from '../model/analysis.ts';
import type { PublicIds } from '../model/publicIds.ts';
import type { Scope } from '../model/scope.ts';
import type { GraphStore } from '../store/ports/graphStore.ts';
import type { Directory, WorkStore } from '../store/ports/workStore.ts';
import type { Permission } from './accessPolicy.ts';
import type { Viewer } from './viewer.ts';

/** What a use-case touches. Evidence is what reports said; the directory is who there is; keeping is backup and the like. */
export type UseCaseKind = 'evidence read' | 'evidence write' | 'directory' | 'keeping';

/** Ids and bounds of a question, as the audit log keeps them. Typed text goes through `digest` first. */
export type Subject = Readonly<Record<string, unknown>>;

/** One thing that a person or a system may ask. Run by `perform` alone. */
export interface UseCase<I, O> {
  /** Verb and noun, as in the audit log: `expandEntities`. */
  readonly name: string;
  readonly kind: UseCaseKind;
  readonly permission: Permission;
  run(context: RunContext, input: I): Promise<O>;
  describe(input: I, digest: (text: string) => string): Subject;
  /** How many results the answer gives; null where counting says nothing. */
  count(result: O): number | null;
}

/** What a running use-case has in hand. The scope is minted for this run; nothing else opens the store. */
export interface RunContext {
  readonly scope: Scope;
  readonly viewer: Viewer;
  readonly graph: GraphStore;
  readonly work: WorkStore;
  /** Null: the store alone is asked. */
  readonly analysis: Analysis | null;
  readonly vocabulary: Vocabulary;
  readonly ids: PublicIds;
  /** Epoch milliseconds. */
  now(): number;
  directory(): Promise<Directory>;
}
