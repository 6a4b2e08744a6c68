import { idLength, type AdjacencyFeed, type FeedChunk } from '@linchpin/api/src/store/ports/adjacencyFeed.ts';
import { coreVocabulary } from '@linchpin/schema';

export interface MadeUp {
  readonly entities: number;
  /** Pairs that some links join, each told by one or two origins. */
  readonly pairs: number;
  readonly origins: number;
  /** 0 to 1. */
  random(): number;
}

const letters = 'abcdefghijklmnopqrstuvwxyz234567';
const atOnce = 50_000;

/** A network without a store: degrees as `linchpin generate` has them, twenty hubs with 20,000 to 100,000 of a million's pairs. */
export function madeUpFeed({ entities, pairs, origins, random }: MadeUp): AdjacencyFeed {
  const int = (below: number): number => Math.floor(random() * below);
  const kinds = [...coreVocabulary.entityKinds.keys()];
  const linkKinds = [...coreVocabulary.linkKinds.keys()];
  // As many links as a fiftieth to a tenth of all entities, whatever the size.
  const hubs = Array.from({ length: 20 }, (_, place) => ({ ref: int(entities), links: (0.02 + place * 0.004) * entities }));
  const hubShare = hubs.reduce((sum, { links }) => sum + links, 0) / pairs;
  const pick = (): number => int(entities);
  function* pairsOf(): Generator<readonly [number, number]> {
    for (let made = 0; made < pairs; made++) {
      // Most links stay near: people have their own telephones, and travel with those they know.
      const from = pick();
      if (random() < hubShare) yield [from, hubs[int(hubs.length)]!.ref];
      else yield random() < 0.8 ? [from, (from + 1 + int(60)) % entities] : [from, Math.floor(random() ** 2 * entities)];
    }
  }
  async function* scan(): AsyncGenerator<FeedChunk> {
    for (let first = 0; first < entities; first += atOnce) {
      const count = Math.min(atOnce, entities - first);
      const ids = new Uint8Array(count * idLength).map(() => letters.charCodeAt(int(32)));
      yield {
        of: 'entities',
        refs: Float64Array.from({ length: count }, (_, n) => first + n),
        kinds: new Uint8Array(count).map(() => int(kinds.length)),
        ids,
      };
    }
    let [from, to]: [number[], number[]] = [[], []];
    const rows = (): FeedChunk => {
      const codes = new Uint8Array(from.length).map(() => int(linkKinds.length) * 4);
      const at = new Uint16Array(from.length).map(() => Math.floor(random() ** 2 * origins));
      const last = new Float64Array(from.length).map(() => 1.7e12 + int(1e9));
      const chunk: FeedChunk = { of: 'rows', from: Float64Array.from(from), to: Float64Array.from(to), codes, origins: at, last };
      [from, to] = [[], []];
      return chunk;
    };
    for (const [a, b] of pairsOf()) {
      if (a === b) continue;
      for (let times = random() < 0.1 ? 2 : 1; times > 0; times--) {
        from.push(a);
        to.push(b);
      }
      if (from.length >= atOnce) yield rows();
    }
    yield rows();
  }
  const nothing = async (): Promise<never> => Promise.reject(new Error('A made-up network does not change'));
  return {
    names: {
      kinds,
      linkKinds,
      origins: Array.from({ length: origins }, (_, o) => ({ agency: `A${o % 200}`, audience: `G${o % 50}` })),
    },
    scan,
    lastChange: async () => 0,
    changes: async () => [],
    entitiesOf: nothing,
    rowsOf: nothing,
    rowsAmong: nothing,
    close: async () => {},
  };
}
