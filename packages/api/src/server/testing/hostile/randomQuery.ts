import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Chance } from './chance.ts';
import { hostileNumber, hostileText } from './hostileValues.ts';

/** What a query is made of: the schema itself, and ids that may exist. */
export interface QueryWorld {
  readonly schema: GraphQLSchema;
  readonly ids: readonly string[];
}

const mostDepth = 7;
const moments = ['"2026-01-01T00:00:00Z"', '"0001-01-01T00:00:00Z"', '"9999-12-31T23:59:59.999Z"', '"2026-03-05T12:00:00-06:00"'];
const words = ['delacroix', '504 555', '5045550142', '*555*', 'motel', 'skip', '482ktx', 'quux'];

/** A query that the schema allows: any field, any argument. Nothing is written. */
export function randomQuery({ schema, ids }: QueryWorld, chance: Chance): string {
  const make = new QueryMaker(schema, ids, chance);
  return `{ ${make.selections(schema.getQueryType()!, 0)} }`;
}

class QueryMaker {
  #left = 60;
  #aliases = 0;

  constructor(
    readonly schema: GraphQLSchema,
    readonly ids: readonly string[],
    readonly chance: Chance,
  ) {}

  selections(type: GraphQLCompositeType, depth: number): string {
    const parts = ['__typename'];
    const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
    const wanted = depth === 0 ? 1 + this.chance.below(2) : 1 + this.chance.below(6);
    for (let nth = 0; nth < wanted && this.#left > 0 && fields.length > 0; nth++) {
      const made = this.#field(this.chance.pick(fields), depth);
      if (made) parts.push(made);
    }
    if (isAbstractType(type) && this.#left > 0) {
      const concrete: GraphQLObjectType = this.chance.pick(this.schema.getPossibleTypes(type));
      parts.push(`... on ${concrete.name} { ${this.selections(concrete, depth + 1)} }`);
    }
    return parts.join(' ');
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string | null {
    const type = getNamedType(field.type);
    if (depth >= mostDepth && !isLeafType(type)) return null;
    this.#left--;
    const given = field.args
      .filter(({ type: of }) => isNonNullType(of) || this.chance.below(3) > 0)
      .map((arg) => `${arg.name}: ${this.#value(arg.type, arg.name)}`);
    const call = given.length > 0 ? `${field.name}(${given.join(', ')})` : field.name;
    // Fields of one name with other arguments would only be refused.
    const named = given.length > 0 ? `a${this.#aliases++}: ${call}` : call;
    return isCompositeType(type) ? `${named} { ${this.selections(type, depth + 1)} }` : named;
  }

  #value(type: GraphQLInputType, name: string): string {
    if (isNonNullType(type)) return this.#value(type.ofType, name);
    const { chance } = this;
    if (isListType(type)) return `[${Array.from({ length: chance.below(4) }, () => this.#value(type.ofType, name)).join(' ')}]`;
    if (isEnumType(type)) return chance.pick(type.getValues()).name;
    if (isInputObjectType(type)) return '{}';
    if (type.name === 'Boolean') return chance.pick(['true', 'false']);
    if (type.name === 'DateTime') return chance.pick(moments);
    if (type.name === 'Int') return String(chance.below(4) === 0 ? Math.trunc(hostileNumber(chance)) : 1 + chance.below(20));
    if (chance.below(6) === 0) return JSON.stringify(hostileText(chance).slice(0, 600));
    return JSON.stringify(/^(ids?|from|to|number|exclude|of)$/.test(name) ? chance.pick(this.ids) : chance.pick(words));
  }
}
