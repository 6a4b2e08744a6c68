import type { Verification } from '../ports/graphStore.ts';
import {
  countStored,
  emptyHoldings,
  missingBundles,
  nextEntities,
  wrongBundles,
  wrongEntities,
  wrongHoldings,
} from './queries/verify.ts';
import type { ReadContext } from './read/sight.ts';
import type { WriteContext } from './write/writeContext.ts';

const chunk = 500;
const problemsShown = 100;

/** Recomputes relationships, holdings and search documents from records and links, a chunk of entities at a time, and compares. */
export async function verifyDerived(
  { cypher, types }: ReadContext,
  { hubFrom }: Pick<WriteContext, 'hubFrom'>,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<Verification> {
  const [checked = {}] = await cypher.read<Record<string, number>>(countStored);
  const checks = [
    [wrongBundles(types), 'Relationship miscounts its links'],
    [missingBundles, 'Relationship is missing'],
    [wrongHoldings(types), 'Holding is missing or miscounts'],
    [emptyHoldings, 'Holding has no records'],
    [wrongEntities, 'Entity does not know who holds it, or that it is a hub'],
  ] as const;
  const problems: string[] = [];
  let after = '';
  for (let done = 0; ;) {
    const ids = (await cypher.read<{ id: string }>(nextEntities, { after, limit: chunk })).map(({ id }) => id);
    for (const [statement, sentence] of checks)
      for (const { name } of await cypher.read<{ name: string }>(statement, { ids, hubFrom }))
        problems.push(`${sentence}: ${name}`);
    done += ids.length;
    onProgress(done, checked.entities ?? done);
    after = ids.at(-1) ?? '';
    if (ids.length < chunk || problems.length >= problemsShown) break;
  }
  return { checked, problems: problems.slice(0, problemsShown) };
}
