import type { PropertyDefinition } from '@linchpin/schema';

const byName = new WeakMap<readonly PropertyDefinition[], ReadonlyMap<string, PropertyDefinition>>();

/** A kind's property by its name. */
export function definitionOf(definitions: readonly PropertyDefinition[], name: string): PropertyDefinition | undefined {
  let known = byName.get(definitions);
  if (!known) byName.set(definitions, (known = new Map(definitions.map((definition) => [definition.name, definition]))));
  return known.get(name);
}
