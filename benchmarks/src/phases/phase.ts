import type { Figure } from '../figures.ts';
import type { Loaded, WorldAsked } from '../loadWorld.ts';

export interface PhaseOptions extends WorldAsked {
  /** Of small questions; large ones are asked less often. */
  readonly runs: number;
  readonly loaded: Loaded;
  /** Entities of the Neo4j world. */
  readonly neo4jEntities: number;
  say(line: string): void;
}

export type Phase = (options: PhaseOptions) => Promise<readonly Figure[]>;
