import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as typedDocuments from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import { buildSchema, parse, printSchema } from 'graphql';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, 'src/remote/generated/documents.ts');

/** The served schema as `packages/api` prints it: the explorer's only view of that package. */
const schemaFile = join(here, '../api/schema.graphql');

/** Typed documents for every operation in `src/remote/documents`; the file's whole text. */
export async function generateDocuments(schemaText: string): Promise<string> {
  const schema = parse(printSchema(buildSchema(schemaText)));
  const folder = join(here, 'src/remote/documents');
  const documents = readdirSync(folder)
    .sort()
    .map((name) => ({ location: name, document: parse(readFileSync(join(folder, name), 'utf8')) }));
  return codegen({
    filename: target,
    schema,
    documents,
    config: {
      documentMode: 'string',
      useTypeImports: true,
      enumsAsTypes: true,
      skipTypename: true,
      onlyOperationTypes: true,
      mergeFragmentTypes: true,
      strictScalars: true,
      immutableTypes: true,
      scalars: { ID: 'string', DateTime: 'string', JSON: 'unknown' },
    },
    plugins: [{ operations: {} }, { typedDocuments: {} }],
    pluginMap: { operations, typedDocuments },
  });
}

export function readServedSchema(): string {
  return readFileSync(schemaFile, 'utf8');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, await generateDocuments(readServedSchema()));
