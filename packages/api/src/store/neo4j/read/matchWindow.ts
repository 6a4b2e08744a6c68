import type { Window } from '../../../model/moment.ts';
import { bundleIdOf } from '../../../model/neighbourhood.ts';
import { inWindowByRow } from '../hub/hubNeighbours.ts';
import type { SeenRow } from '../mappers/adjacency.ts';
import { findInWindow } from '../queries/readRows.ts';
import type { Sight } from './sight.ts';

/** Rows of bundles that have a visible link in the window. Links are looked at only where what is noted cannot say. */
export async function matchWindow(sight: Sight, rows: readonly SeenRow[], window: Window): Promise<SeenRow[]> {
  if (window.since === null && window.until === null) return [...rows];
  const matching = new Set<string>();
  const unsure = new Set<string>();
  const named = rows.map((row) => ({ row, bundle: bundleIdOf(row), answer: inWindowByRow(row, window) }));
  for (const { bundle, answer } of named)
    if (answer === 'yes') matching.add(bundle);
    else if (answer === 'look') unsure.add(bundle);
  const asked = [...unsure].filter((bundle) => !matching.has(bundle));
  if (asked.length > 0)
    for (const { bundle } of await sight.read<{ bundle: string }>(findInWindow, { bundles: asked, ...window }))
      matching.add(bundle);
  return named.flatMap(({ row, bundle }) => (matching.has(bundle) ? [row] : []));
}
