import type { StagedRow } from '../../../store/ports/staging.ts';

/** One row at hand, and the rows around it: those joined one to one, and the row that it was joined to. */
export interface Place {
  /** `root` or the name of a join. */
  readonly set: string;
  readonly file: string;
  readonly row: StagedRow;
  readonly parent: Place | null;
  /** One-to-one rows by join, those of its one-to-one rows among them. */
  readonly ones: Map<string, Place>;
  /** Rows of every other join below it. */
  readonly many: Map<string, Place[]>;
}

export const root = 'root';

export function newPlace(set: string, file: string, row: StagedRow, parent: Place | null): Place {
  return { set, file, row, parent, ones: new Map(), many: new Map() };
}

/** The row of another set that belongs to this one: itself, joined one to one, or further up. */
export function findPlace(place: Place, set: string): Place | null {
  for (let at: Place | null = place; at !== null; at = at.parent) {
    if (at.set === set) return at;
    const one = at.ones.get(set);
    if (one) return one;
  }
  return null;
}

/** Every row of a set at or below a root row. */
export function placesOf(place: Place, set: string): readonly Place[] {
  if (place.set === set) return [place];
  const one = place.ones.get(set);
  if (one) return [one];
  const below = place.many.get(set);
  return below ?? [...place.many.values()].flat().flatMap((child) => placesOf(child, set));
}

/** The row and all rows joined to it. */
export function allPlaces(place: Place): Place[] {
  return [place, ...place.ones.values(), ...[...place.many.values()].flat().flatMap(allPlaces)];
}
