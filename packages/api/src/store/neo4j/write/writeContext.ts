import type { Vocabulary } from '@linchpin/schema';
import type { PublicIds } from '../../../model/publicIds.ts';

/** What every write needs. */
export interface WriteContext {
  readonly vocabulary: Vocabulary;
  readonly ids: Pick<PublicIds, 'digest'>;
  /** An entity that has more relationships of any sort than this is a hub. */
  readonly hubFrom: number;
  /** Told of hubs that a write touches, whether or not it succeeds. */
  readonly onHubChanges?: (ids: readonly string[]) => void;
}
