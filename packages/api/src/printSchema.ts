import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printSchema } from 'graphql';
import { coreVocabulary } from '@linchpin/schema';
import { buildGraphqlSchema } from './server/buildGraphqlSchema.ts';

const file = join(import.meta.dirname, '../schema.graphql');
writeFileSync(file, `${printSchema(buildGraphqlSchema(coreVocabulary))}\n`);
process.stdout.write(`Wrote ${file}\n`);
