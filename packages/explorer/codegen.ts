import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as typedDocuments from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import { buildSchema, type DocumentNode, Kind, parse, print, printSchema } from 'graphql';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, 'src/remote/generated/documents.ts');

/** Ids of the documents and their texts: the service answers to the id alone. The build puts it beside the pages. */
const listTarget = join(here, 'src/remote/generated/persisted.json');

/** The served schema as `packages/api` prints it: the explorer's only view of that package. */
const schemaFile = join(here, '../api/schema.graphql');

export interface Generated {
  /** Typed documents for every operation in `src/remote/documents`; the file's whole text. */
  readonly documents: string;
  /** Their texts by id; the file's whole text. */
  readonly persisted: string;
}

export async function generateDocuments(schemaText: string): Promise<Generated> {
  const schema = parse(printSchema(buildSchema(schemaText)));
  const folder = join(here, 'src/remote/documents');
  const documents = readdirSync(folder)
    .sort()
    .map((name) => ({ location: name, document: parse(readFileSync(join(folder, name), 'utf8')) }));
  const persisted: Record<string, string> = {};
  const typed = await codegen({
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
      unstable_onExecutableDocumentNode: (document: DocumentNode) => {
        const text = print(document);
        const id = `sha256:${createHash('sha256').update(text).digest('hex')}`;
        persisted[id] = text;
        return { id, operation: operationOf(document) };
      },
      scalars: { ID: 'string', DateTime: 'string', JSON: 'unknown' },
    },
    plugins: [{ operations: {} }, { typedDocuments: {} }],
    pluginMap: { operations, typedDocuments },
  });
  return { documents: typed, persisted: `${JSON.stringify(persisted, null, 2)}\n` };
}

function operationOf({ definitions }: DocumentNode): string | undefined {
  return definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)?.name?.value;
}

export function readServedSchema(): string {
  return readFileSync(schemaFile, 'utf8');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { documents, persisted } = await generateDocuments(readServedSchema());
  writeFileSync(target, documents);
  writeFileSync(listTarget, persisted);
}
