import type { EntityKind, PropertyDefinition } from '../kind.ts';
import type { PropertyType } from '../propertyType.ts';
import { flag } from '../propertyTypes/flag.ts';
import { distinct } from './readProperties.ts';

type Optional = 'keys' | 'parseLookup' | 'answersWithPointer';
type Parts = Omit<EntityKind, Optional> & Partial<Pick<EntityKind, Optional>>;

/** Every kind can be generic: shared by everybody, such as a front desk's phone. */
const generic: PropertyDefinition = { name: 'generic', label: 'Shared by everybody', type: flag, isFlag: true };

/** An entity kind from what is special about it: no keys, no lookup and no pointers unless said. */
export function makeEntityKind(parts: Parts): EntityKind {
  return {
    parseLookup: () => [],
    answersWithPointer: false,
    ...parts,
    caption: (said) => parts.caption(said)?.trim() || null,
    keys: (said, context) => distinct(parts.keys?.(said, context) ?? []),
    properties: [...parts.properties, generic],
  };
}

export function property(name: string, label: string, type: PropertyType): PropertyDefinition {
  return { name, label, type };
}

export function identifier(name: string, label: string, type: PropertyType): PropertyDefinition {
  return { name, label, type, isIdentifier: true };
}
