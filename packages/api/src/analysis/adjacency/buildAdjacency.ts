import type { AdjacencyFeed, FactChunk } from '../../store/ports/adjacencyFeed.ts';
import { Adjacency } from './adjacency.ts';
import { bytesOf } from './allocate.ts';
import { rowBytes } from './columns.ts';
import { layFacts } from './layFacts.ts';
import { layRows, numberRows, type HalfRows } from './layRows.ts';

export interface Building {
  readonly feed: AdjacencyFeed;
  /** Of all arrays while they are built; null: no bound. */
  readonly mostBytes: number | null;
  /** Awaited between pieces of work, so that questions are answered meanwhile. */
  breathe(): Promise<void>;
}

/** The graph does not fit into the memory that it may take. */
export class TooLargeToHold extends Error {}

/**
 * Scans a store into an adjacency. Changes made meanwhile may be in it or not: `seq` is the change before the scan began,
 * and whoever applies those after it has the state of now.
 */
export async function buildAdjacency({ feed, mostBytes, breathe }: Building): Promise<Adjacency> {
  const seq = await feed.lastChange();
  const adjacency = new Adjacency(feed.names);
  const { table } = adjacency;
  const rows: HalfRows[] = [];
  const facts: FactChunk[] = [];
  let held = 0;
  let count = 0;
  for await (const chunk of feed.scan()) {
    if (chunk.of === 'entities') table.add(chunk);
    else if (chunk.of === 'facts') facts.push(chunk);
    else {
      const numbered = numberRows(table, chunk);
      rows.push(numbered);
      held += bytesOf(numbered);
      count += numbered.from.length;
    }
    if (mostBytes !== null && table.bytes + held + rowBytes(table.count, count * 2) > mostBytes) throw new TooLargeToHold();
    await breathe();
  }
  adjacency.lay(await layRows(table.count, rows, breathe), layFacts(table, facts));
  adjacency.seq = seq;
  return adjacency;
}
