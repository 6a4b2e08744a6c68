import { Field, ObjectType, type ClassType } from 'type-graphql';
import type { EntityKind, PropertyDefinition, Vocabulary } from '@linchpin/schema';
import type { EntityView } from '../model/views.ts';
import { EntityType } from './entityType.ts';
import { NodeType } from './nodeType.ts';
import { PropertyValueType } from './propertyTypes.ts';

/** One class per kind of a vocabulary, all of them extending the interface's. */
export interface ConcreteTypes {
  readonly classes: readonly ClassType<EntityType>[];
  present(view: EntityView): EntityType;
}

const made = new WeakMap<Vocabulary, ConcreteTypes>();

/** Made once per vocabulary: type-graphql keeps every class it has seen. */
export function concreteTypes(vocabulary: Vocabulary): ConcreteTypes {
  const known = made.get(vocabulary);
  if (known) return known;
  const byKind = new Map([...vocabulary.entityKinds.values()].map((kind) => [kind.kind, concreteType(kind)] as const));
  const types: ConcreteTypes = {
    classes: [...byKind.values()],
    present(view) {
      const type = byKind.get(view.kind);
      if (!type) throw new Error(`The store answered with a kind that the vocabulary does not have: ${view.kind}`);
      return Object.assign(Object.create(type.prototype) as EntityType, view);
    },
  };
  made.set(vocabulary, types);
  return types;
}

function concreteType(kind: EntityKind): ClassType<EntityType> {
  const type = class extends EntityType {};
  Object.defineProperty(type, 'name', { value: kind.typeName });
  ObjectType(kind.typeName, {
    implements: [NodeType, EntityType],
    description: `${kind.label}, as the records visible to you describe it.`,
  })(type);
  for (const property of kind.properties) if (!property.isFlag) addTypedField(type, property);
  return type;
}

/** The values of one property under its own name: `number` of a phone. */
function addTypedField(type: ClassType<EntityType>, property: PropertyDefinition): void {
  if (property.name in type.prototype)
    throw new Error(`A property of ${type.name} may not be called ${property.name}: that is a field of Entity`);
  Object.defineProperty(type.prototype, property.name, {
    get(this: EntityType) {
      return this.properties.find((candidate) => candidate.name === property.name)?.values ?? [];
    },
  });
  Field(() => [PropertyValueType], { description: `${property.label}. Most reports first.` })(type.prototype, property.name);
}
