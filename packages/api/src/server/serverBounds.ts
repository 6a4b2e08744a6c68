import type { DocumentRule } from './requestDocuments.ts';
import { usualBounds, type TurnBounds } from './turns/turnBounds.ts';
import type { UnreadBounds } from './unreadAnswers.ts';

/** How much the server takes on. Each is a setting; docs/guide/operating.md names them. */
export interface ServerBounds extends TurnBounds, UnreadBounds {
  /** Open connections; more are closed as they come. */
  readonly connections: number;
  readonly documents: DocumentRule;
  /** Who may read /metrics: this machine alone, or whoever reaches the server. */
  readonly metrics: 'local' | 'published';
}

export const usualServerBounds: ServerBounds = {
  ...usualBounds,
  unread: 256 * 1_048_576,
  unreadPerViewer: 64 * 1_048_576,
  longestReading: 120_000,
  connections: 4_000,
  documents: 'any',
  metrics: 'local',
};
