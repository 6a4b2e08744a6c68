import { ask } from '../clients/graphqlClient.ts';
import { seeded } from '../../src/seeded.ts';

/** What one group of viewers lived through. */
export interface Watched {
  /** Milliseconds of every answer. */
  readonly times: number[];
  /** Codes of refusals, with how often. */
  readonly refusals: Map<string, number>;
}

const searching = 'query($text: String!) { search(text: $text, first: 5) { edges { node { id } } } }';
const expanding =
  'query($ids: [ID!]!) { expand(ids: $ids, limit: 50) { total entities { id caption linkCounts { linkKind links } } } }';
const listing = '{ reports(first: 20) { totalCount edges { node { number kind } } } }';
const words = ['okoye', 'marlow', 'phone', '0142', 'hawthorn', 'row', 'fire', 'ruiz', 'lane'];

interface Found {
  readonly search: { readonly edges: readonly { readonly node: { readonly id: string } }[] } | null;
}

/** Viewers that search, expand what they find and list reports, with a thought between, until `isOver`. */
export async function watch(
  address: string,
  { viewers, thought, seed, isOver }: { viewers: number; thought: number; seed: number; isOver: () => boolean },
): Promise<Watched> {
  const watched: Watched = { times: [], refusals: new Map() };
  const people = ['investigator1', 'investigator2', 'supervisor'];
  await Promise.all(
    Array.from({ length: viewers }, async (_, nth) => {
      const random = seeded(seed * 1_009 + nth);
      const viewer = people[nth % people.length]!;
      const timed = async <T>(query: string, variables: object): Promise<T | null> => {
        const begun = performance.now();
        const { data, code } = await ask<T>(address, { query, variables, viewer });
        watched.times.push(performance.now() - begun);
        if (code !== null) watched.refusals.set(code, (watched.refusals.get(code) ?? 0) + 1);
        return data;
      };
      while (!isOver()) {
        const found = await timed<Found>(searching, { text: random.pick(words) });
        const ids = (found?.search?.edges ?? []).map(({ node }) => node.id).slice(0, 2);
        if (ids.length > 0) await timed(expanding, { ids });
        if (random.int(4) === 0) await timed(listing, {});
        await new Promise((resolve) => setTimeout(resolve, random.int(2 * thought)));
      }
    }),
  );
  return watched;
}

/** The p-th part of some times, in whole milliseconds. */
export function percentile(times: readonly number[], p: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0);
}
