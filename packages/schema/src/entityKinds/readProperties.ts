import type { CleanProperties } from '../kind.ts';
import type { CleanContext, PropertyType } from '../propertyType.ts';

export function all(properties: CleanProperties, name: string): readonly string[] {
  return Object.hasOwn(properties, name) ? (properties[name] ?? []) : [];
}

export function first(properties: CleanProperties, name: string): string | undefined {
  return all(properties, name)[0];
}

/** First value as people read it. */
export function shown(properties: CleanProperties, name: string, type: PropertyType): string | undefined {
  const value = first(properties, name);
  return value === undefined ? undefined : type.show(value);
}

/** Parts of a caption that are there, with a middle dot between them; null when there is none. */
export function joinCaption(...parts: readonly (string | null | undefined)[]): string | null {
  return parts.filter((part) => part !== undefined && part !== null && part !== '').join(' · ') || null;
}

/** Canonical form of what somebody typed; null when the type refuses it. */
export function canonical(type: PropertyType, raw: string, context: CleanContext = {}): string | null {
  const cleaned = type.clean(raw, context);
  return cleaned.ok ? cleaned.value : null;
}

/** Without what is missing, and without what the record says itself. */
export function fillIn(said: CleanProperties, more: Readonly<Record<string, string | null | undefined>>): CleanProperties {
  const filled: Record<string, readonly string[]> = {};
  for (const name of Object.keys(more)) {
    const value = more[name];
    if (value && all(said, name).length === 0) filled[name] = [value];
  }
  return filled;
}

export function distinct(keys: readonly string[]): readonly string[] {
  return keys.length < 2 ? keys : [...new Set(keys)];
}
