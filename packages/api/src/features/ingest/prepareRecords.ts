import type { CleanProperties, EntityKind, Vocabulary } from '@linchpin/schema';
import { didYouMean } from '../../model/nearestName.ts';
import type { PreparedProperty } from '../../model/prepared.ts';
import type { RecordInput } from '../../model/reportInput.ts';
import { addDerived, cleanProperties, valuesByName } from './cleanProperties.ts';
import type { Problems } from './problems.ts';
import type { Assumptions } from './recordContext.ts';

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
  const { vocabulary, assumptions, problems } = to;
  return records.map((record, index) => {
    checkRef(record.ref, { index, seen, problems });
    const kind = vocabulary.entityKinds.get(record.kind);
    if (!kind) {
      const kinds = [...vocabulary.entityKinds.keys()];
      const message = `There is no such kind of entity${didYouMean(record.kind, kinds)}`;
      problems.add(`records[${index}].kind`, message, `one of ${kinds.join(', ')}`);
      return null;
    }
    const place = { list: 'records', index, kind: kind.kind, definitions: kind.properties, assumptions, problems } as const;
    const clean = cleanProperties(record.properties, place);
    const said = valuesByName(clean);
    const derived = kind.derive?.(said) ?? {};
    if (Object.keys(derived).length === 0) return { ref: record.ref, kind, properties: clean, values: said };
    const properties = addDerived(clean, derived, kind.properties);
    return { ref: record.ref, kind, properties, values: valuesByName(properties) };
  });
}

function checkRef(
  ref: string,
  to: { readonly index: number; readonly seen: Map<string, number>; readonly problems: Problems },
): void {
  const first = to.seen.get(ref);
  if (ref === '')
    to.problems.add(
      pathOfRef(to.index),
      'A record needs a ref',
      'a name within this report by which links point at it, such as p1',
    );
  else if (first !== undefined)
    to.problems.add(pathOfRef(to.index), `records[${first}] has the same ref`, 'a ref of its own for each record');
  else to.seen.set(ref, to.index);
}

function pathOfRef(index: number): string {
  return `records[${index}].ref`;
}
