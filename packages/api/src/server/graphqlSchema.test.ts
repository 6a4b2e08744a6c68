import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType, printSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { coreVocabulary } from '@linchpin/schema';
import { buildGraphqlSchema } from './buildGraphqlSchema.ts';
import { findBreaks } from './testing/findBreaks.ts';

const folder = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const schema = buildGraphqlSchema(coreVocabulary);

describe('the served schema', () => {
  test('keeps everything that callers were promised', () => {
    expect(findBreaks(read('contract.graphql'), schema)).toEqual([]);
  });

  test('is the one printed in schema.graphql (pnpm --filter @linchpin/api schema)', () => {
    expect(read('schema.graphql')).toBe(`${printSchema(schema)}\n`);
  });

  test('describes every type, field, argument and word', () => {
    expect(undescribed()).toEqual([]);
  });

  test('gives root fields that may fail alone', () => {
    const fields = [schema.getQueryType()!, schema.getMutationType()!].flatMap((type) => Object.values(type.getFields()));
    expect(fields.filter(({ type }) => String(type).endsWith('!')).map(({ name }) => name)).toEqual([]);
  });

  test('has one concrete type for each kind, with its properties as typed fields', () => {
    for (const kind of coreVocabulary.entityKinds.values()) {
      const type = schema.getType(kind.typeName);
      if (!isObjectType(type)) throw new Error(`${kind.typeName} is missing`);
      expect(type.getInterfaces().map(({ name }) => name)).toEqual(expect.arrayContaining(['Node', 'Entity']));
      for (const { name, isFlag } of kind.properties)
        expect([name, String(type.getFields()[name]?.type)]).toEqual([name, isFlag ? 'undefined' : '[PropertyValue!]!']);
    }
  });
});

test('a promise that is broken is noticed', () => {
  const broken = read('contract.graphql').replace('type Query {', 'type Query {\n  horoscope(of: ID!): String');
  expect(findBreaks(broken, schema)).toEqual(['Query.horoscope was removed.']);
});

const original = join(folder, '../../../shared/design/api.graphql');
test.runIf(existsSync(original))('the contract kept here is the one that was agreed', () => {
  expect(read('contract.graphql')).toBe(readFileSync(original, 'utf8'));
});

function undescribed(): string[] {
  const missing: string[] = [];
  const note = (name: string, thing: { readonly description?: string | null }): void => {
    if (!thing.description) missing.push(name);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    if (!['Query', 'Mutation'].includes(type.name)) note(type.name, type);
    if (isEnumType(type) && ['EntityKind', 'LinkKind'].includes(type.name))
      for (const value of type.getValues()) note(value.name, value);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      note(`${type.name}.${field.name}`, field);
      if ('args' in field) for (const arg of field.args) note(`${type.name}.${field.name}(${arg.name})`, arg);
    }
  }
  return missing;
}
