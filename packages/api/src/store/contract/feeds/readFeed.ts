import { bundleKey } from '../../../model/bundleId.ts';
import {
  factFlag,
  idLength,
  rowDirection,
  type AdjacencyFeed,
  type EntityChunk,
  type FactChunk,
  type RowChunk,
} from '../../ports/adjacencyFeed.ts';
import { FeedContent } from './feedContent.ts';

/** All that a scan gives. */
export async function readFeed(feed: AdjacencyFeed): Promise<FeedContent> {
  const content = new FeedContent();
  const ids = new Map<number, string>();
  for await (const chunk of feed.scan()) {
    if (chunk.of === 'entities') for (const [ref, id] of idsIn(chunk)) ids.set(ref, id);
    if (chunk.of === 'rows') addRows({ feed, content, ids }, chunk);
    if (chunk.of === 'facts') addFacts({ feed, content, ids }, chunk);
  }
  return content;
}

/** What the feed says when it is asked for these entities, and who they are. */
export async function readOf(
  feed: AdjacencyFeed,
  refs: readonly number[],
): Promise<{ readonly ids: readonly string[]; readonly content: FeedContent }> {
  const content = new FeedContent();
  const rows = await feed.rowsOf(refs);
  const { entities, facts } = await feed.entitiesOf(refs);
  addRows({ feed, content, ids: await idsOf(feed, rows) }, rows);
  const asked = idsIn(entities);
  addFacts({ feed, content, ids: asked }, facts);
  return { ids: [...asked.values()], content };
}

export async function readAmong(feed: AdjacencyFeed, refs: readonly number[]): Promise<FeedContent> {
  const content = new FeedContent();
  const rows = await feed.rowsAmong([refs]);
  addRows({ feed, content, ids: await idsOf(feed, rows) }, rows);
  return content;
}

interface Reading {
  readonly feed: AdjacencyFeed;
  readonly content: FeedContent;
  readonly ids: ReadonlyMap<number, string>;
}

async function idsOf(feed: AdjacencyFeed, rows: RowChunk): Promise<Map<number, string>> {
  const { entities } = await feed.entitiesOf([...new Set([...rows.from, ...rows.to])]);
  return idsIn(entities);
}

function idsIn({ refs, ids }: EntityChunk): Map<number, string> {
  const text = Buffer.from(ids).toString('latin1');
  return new Map([...refs].map((ref, at) => [ref, text.slice(at * idLength, (at + 1) * idLength)]));
}

function addRows({ feed, content, ids }: Reading, { from, to, codes, origins, last }: RowChunk): void {
  for (let at = 0; at < from.length; at++) {
    const direction = codes[at]! % 4;
    const [a, b] = direction === rowDirection.IN ? [to[at]!, from[at]!] : [from[at]!, to[at]!];
    const kind = feed.names.linkKinds[Math.floor(codes[at]! / 4)]!;
    const key = bundleKey(kind, ids.get(a)!, ids.get(b)!, direction === rowDirection.NONE);
    content.addRow({ ...key, origin: originOf(feed, origins[at]!), last: last[at]! });
  }
}

function addFacts({ feed, content, ids }: Reading, { refs, origins, flags, adultFrom, earliest }: FactChunk): void {
  for (let at = 0; at < refs.length; at++) {
    const id = ids.get(refs[at]!)!;
    const origin = originOf(feed, origins[at]!);
    if (flags[at]! & factFlag.generic) content.addGeneric(id, origin);
    else
      content.addFact(id, origin, {
        isMarked: (flags[at]! & factFlag.marked) !== 0,
        isEverywhere: (flags[at]! & factFlag.everywhere) !== 0,
        adultFrom: finite(adultFrom[at]!),
        earliest: finite(earliest[at]!),
      });
  }
}

function finite(time: number): number | null {
  return Number.isFinite(time) ? time : null;
}

function originOf(feed: AdjacencyFeed, origin: number): string {
  const { agency, audience } = feed.names.origins[origin]!;
  return `${agency}/${audience}`;
}
