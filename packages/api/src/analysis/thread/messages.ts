import type { PathQuestion, PathsFound } from '../../model/pathSearch.ts';
import type { StorePathQuestion } from '../../model/analysis.ts';
import type { Scope } from '../../model/scope.ts';
import type { KeeperProgress } from './adjacencyKeeper.ts';

/** What a thread of the analysis can be asked, and what it answers. */
export interface Questions {
  findPaths: { asked: [scope: Scope, question: PathQuestion, atLeast: number]; answer: PathsFound | null };
  searchStore: { asked: [scope: Scope, question: StorePathQuestion]; answer: PathsFound | null };
  /** Lets go of its files. */
  close: { asked: []; answer: void };
}

export type QuestionName = keyof Questions;
export type Answers = { readonly [N in QuestionName]?: (...asked: Questions[N]['asked']) => Promise<Questions[N]['answer']> };

export interface Asked {
  readonly id: number;
  readonly name: QuestionName;
  readonly asked: readonly unknown[];
}

export type Told =
  | { readonly about: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly about: 'failure'; readonly id: number; readonly error: Error }
  | { readonly about: 'progress'; readonly progress: KeeperProgress }
  | { readonly about: 'fault'; readonly error: Error };
