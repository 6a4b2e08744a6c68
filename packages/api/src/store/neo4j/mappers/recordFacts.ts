import type { RecordFacts } from '../../../model/entityView.ts';
import type { PreparedProperty } from '../../../model/prepared.ts';
import type { RecordPropertyView, RecordView } from '../../../model/views.ts';

export interface RecordRow extends Omit<RecordFacts, 'properties'> {
  readonly entityId: string;
  readonly kind: string;
  /** JSON of `PreparedProperty[]`. */
  readonly properties: string;
}

export interface EntityRecord extends RecordFacts {
  readonly entityId: string;
  readonly kind: string;
}

export function recordFacts(row: RecordRow): EntityRecord {
  return { ...row, properties: JSON.parse(row.properties) as PreparedProperty[] };
}

/** Of a protected person nothing of what the record says is shown. */
export function recordView(
  { id, entityId, reportNumber, properties }: Pick<EntityRecord, 'id' | 'entityId' | 'reportNumber' | 'properties'>,
  isProtected: boolean,
): RecordView {
  return { id, entityId, reportNumber, properties: isProtected ? [] : propertyViews(properties) };
}

export function propertyViews(properties: readonly PreparedProperty[]): RecordPropertyView[] {
  return properties.map(({ name, given, values }) => ({ name, given, values: values.map(({ value }) => value) }));
}
