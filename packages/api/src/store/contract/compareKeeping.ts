import type { Change, GraphStore } from '../ports/graphStore.ts';

const atOnce = 100;

/** What is asked without a scope: whether the store finds itself whole, and what it noted of every write. Null when all is well. */
export async function compareKeeping(
  reference: GraphStore,
  store: GraphStore,
): Promise<{ readonly expected: unknown; readonly got: unknown } | null> {
  const { problems } = await store.verify();
  if (problems.length > 0) return { expected: { problems: [] }, got: { problems } };
  const expected = await readChanges(reference);
  const got = await readChanges(store);
  for (let i = 0; i < Math.max(expected.length, got.length); i++)
    if (!says(expected[i], got[i])) return { expected: expected[i] ?? 'no further change', got: got[i] ?? 'no further change' };
  return null;
}

/** The same write, and at least the entities that it touched; none named means too many. */
function says(expected: Change | undefined, got: Change | undefined): boolean {
  if (!expected || !got || expected.kind !== got.kind || expected.reportNumber !== got.reportNumber) return false;
  const isCut = got.entityIds.length === 0 && expected.entityIds.length > atOnce;
  return isCut || expected.entityIds.every((id) => got.entityIds.includes(id));
}

async function readChanges(store: GraphStore): Promise<Change[]> {
  const changes: Change[] = [];
  for (;;) {
    const after = changes.at(-1)?.seq ?? 0;
    const page = await store.changes(after, atOnce);
    if (page.some(({ seq }, i) => seq <= (page[i - 1]?.seq ?? after))) throw new Error('Changes are not in order');
    changes.push(...page);
    if (page.length < atOnce) break;
  }
  if ((changes.at(-1)?.seq ?? 0) !== (await store.lastChange())) throw new Error('lastChange is not the last change');
  return changes;
}
