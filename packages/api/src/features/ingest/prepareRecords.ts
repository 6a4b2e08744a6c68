import type { CleanProperties, EntityKind, Vocabulary } from '@linchpin/schema';
import { didYouMean } from '../../model/nearestName.ts';
import type { PreparedProperty } from '../../model/prepared.ts';
import type { RecordInput } from '../../model/reportInput.ts';
import { addDerived, cleanProperties, valuesByName, type Assumptions } from './cleanProperties.ts';
import type { Problems } from './problems.ts';

/** A record whose values are clean and whose key is not known yet: keys may depend on other records of the report. */
export interface CleanRecord {
  readonly ref: string;
  readonly kind: EntityKind;
  readonly properties: readonly PreparedProperty[];
  /** Canonical values by property. */
  readonly values: CleanProperties;
}

/** Null in place of a record of an unknown kind, so that ordinals stay. */
export function cleanRecords(
  records: readonly RecordInput[],
  to: { readonly vocabulary: Vocabulary; readonly assumptions: Assumptions; readonly problems: Problems },
): (CleanRecord | null)[] {
  const seen = new Map<string, number>();
  return records.map((record, index) => {
    const path = `records[${index}]`;
    checkRef(record.ref, { path: `${path}.ref`, index, seen, problems: to.problems });
    const kind = to.vocabulary.entityKinds.get(record.kind);
    if (!kind) {
      const kinds = [...to.vocabulary.entityKinds.keys()];
      to.problems.add(
        `${path}.kind`,
        `There is no such kind of entity${didYouMean(record.kind, kinds)}`,
        `one of ${kinds.join(', ')}`,
      );
      return null;
    }
    const place = { path, kind: kind.kind, definitions: kind.properties, assumptions: to.assumptions, problems: to.problems };
    const clean = cleanProperties(record.properties, place);
    const said = valuesByName(clean, 'value');
    const derived = kind.derive?.(said) ?? {};
    const properties = addDerived(clean, derived, kind.properties);
    const values = Object.keys(derived).length === 0 ? said : valuesByName(properties, 'value');
    return { ref: record.ref, kind, properties, values };
  });
}

function checkRef(
  ref: string,
  to: { readonly path: string; readonly index: number; readonly seen: Map<string, number>; readonly problems: Problems },
): void {
  const first = to.seen.get(ref);
  if (ref === '')
    to.problems.add(to.path, 'A record needs a ref', 'a name within this report by which links point at it, such as p1');
  else if (first !== undefined)
    to.problems.add(to.path, `records[${first}] has the same ref`, 'a ref of its own for each record');
  else to.seen.set(ref, to.index);
}
