// type-graphql's decorators look for it, though no metadata is emitted: it comes before everything decorated.
import 'reflect-metadata';
import { GraphQLSchema } from 'graphql';
import { GraphQLJSON } from 'graphql-scalars';
import { buildSchemaSync } from 'type-graphql';
import type { Vocabulary } from '@linchpin/schema';
import { DirectoryResolver } from '../features/directory/directory.resolver.ts';
import { BundleFieldsResolver } from '../features/explore/bundleFields.resolver.ts';
import { EntityFieldsResolver } from '../features/explore/entityFields.resolver.ts';
import { FindResolver } from '../features/explore/find.resolver.ts';
import { LinkFieldsResolver } from '../features/explore/linkFields.resolver.ts';
import { OverlapResolver } from '../features/explore/overlap.resolver.ts';
import { ReadResolver } from '../features/explore/read.resolver.ts';
import { PropertyValueFieldsResolver, RecordFieldsResolver } from '../features/explore/recordFields.resolver.ts';
import { ReportFieldsResolver } from '../features/explore/reportFields.resolver.ts';
import { WalkResolver } from '../features/explore/walk.resolver.ts';
import { IngestResolver } from '../features/ingest/ingest.resolver.ts';
import { concreteTypes } from '../graphql/concreteTypes.ts';
import { fillKindEnums } from '../graphql/kindEnums.ts';
import { LinkBundleType, LinkType } from '../graphql/linkTypes.ts';
import { RecordType } from '../graphql/recordTypes.ts';
import { ReportType } from '../graphql/reportTypes.ts';

const resolvers = [
  DirectoryResolver,
  ReadResolver,
  FindResolver,
  WalkResolver,
  OverlapResolver,
  IngestResolver,
  EntityFieldsResolver,
  RecordFieldsResolver,
  PropertyValueFieldsResolver,
  LinkFieldsResolver,
  BundleFieldsResolver,
  ReportFieldsResolver,
] as const;

/** The served schema: the same questions for every vocabulary, one concrete type for each of its kinds. */
export function buildGraphqlSchema(vocabulary: Vocabulary): GraphQLSchema {
  fillKindEnums(vocabulary);
  const orphanedTypes = [...concreteTypes(vocabulary).classes, RecordType, ReportType, LinkType, LinkBundleType];
  const schema = buildSchemaSync({ resolvers: [...resolvers], orphanedTypes, validate: false });
  const config = schema.toConfig();
  // Promised to callers, though no field of this version uses it.
  return new GraphQLSchema({ ...config, types: [...config.types, GraphQLJSON] });
}
