import { joinKey, type StagedRow, type StagingArea } from '../../../store/ports/staging.ts';
import type { CompiledJoin } from '../mapping/compileJoins.ts';
import type { CompiledReport } from '../mapping/compileMapping.ts';
import { newPlace, root, type Place } from '../mapping/place.ts';

/** Root rows with all rows joined to them, asked for once per join. */
export async function joinRows(
  report: Pick<CompiledReport, 'rows' | 'joins'>,
  rows: readonly StagedRow[],
  staging: StagingArea,
): Promise<readonly Place[]> {
  const roots = rows.map((row) => newPlace(root, report.rows, row, null));
  const sets = new Map<string, Place[]>([[root, roots]]);
  const ones = new Set(report.joins.filter(({ isOne }) => isOne).map(({ name }) => name));
  for (const join of report.joins) {
    const asked = (sets.get(join.to) ?? []).map((place) => ({
      place,
      key: joinKey(join.values.map((value) => value.fill(place))),
    }));
    const keys = asked.map(({ key }) => key).filter((key) => key !== '');
    const found = keys.length === 0 ? new Map<string, readonly StagedRow[]>() : await staging.matches(join.file, join.key, keys);
    const places: Place[] = [];
    for (const { place, key } of asked) {
      const host = ones.has(place.set) ? place.parent! : place;
      for (const row of (found.get(key) ?? []).slice(0, join.isOne ? 1 : undefined)) places.push(attach(join, row, host));
    }
    sets.set(join.name, places);
  }
  return roots;
}

function attach(join: CompiledJoin, row: StagedRow, host: Place): Place {
  const place = newPlace(join.name, join.file, row, host);
  if (join.isOne) host.ones.set(join.name, place);
  else {
    const rows = host.many.get(join.name);
    if (rows) rows.push(place);
    else host.many.set(join.name, [place]);
  }
  return place;
}
