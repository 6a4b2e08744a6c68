import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { LinkCountType } from '../../graphql/answerTypes.ts';
import { AgencyType, JurisdictionType } from '../../graphql/directoryTypes.ts';
import { EntityType } from '../../graphql/entityType.ts';
import type { GraphqlContext } from '../../graphql/graphqlContext.ts';
import { loadOne } from '../../graphql/loadOne.ts';
import { loadPage } from '../../graphql/loadPage.ts';
import { agenciesOf, agencyOf, jurisdictionsOf } from '../../graphql/nameOf.ts';
import { PointerType } from '../../graphql/pointerType.ts';
import { PropertyType } from '../../graphql/propertyTypes.ts';
import { RecordConnectionType } from '../../graphql/recordTypes.ts';
import { countLinks } from './countLinks.ts';
import { countNeighbours } from './countNeighbours.ts';
import { listEntityRecords } from './listParts.ts';
import { readPointers } from './readPointers.ts';

/** Fields of every kind of entity beyond what its view holds. */
@Resolver(() => EntityType)
export class EntityFieldsResolver {
  @FieldResolver(() => [PropertyType], { description: 'Everything that visible records say of it. None of a protected person.' })
  properties(@Root() entity: EntityType, @Ctx() { vocabulary }: GraphqlContext): PropertyType[] {
    const known = vocabulary.entityKinds.get(entity.kind)?.properties ?? [];
    const labels = new Map(known.map(({ name, label }) => [name, label]));
    return entity.properties.map(({ name, values }) => ({ name, label: labels.get(name) ?? name, values }));
  }

  @FieldResolver(() => [AgencyType], { description: 'Agencies of visible records.' })
  agencies(@Root() entity: EntityType, @Ctx() { directory }: GraphqlContext): AgencyType[] {
    return agenciesOf(directory, entity.agencies);
  }

  @FieldResolver(() => [JurisdictionType], { description: 'Where those agencies serve.' })
  jurisdictions(@Root() entity: EntityType, @Ctx() { directory }: GraphqlContext): JurisdictionType[] {
    return jurisdictionsOf(directory, entity.agencies);
  }

  @FieldResolver(() => RecordConnectionType, { description: 'What single reports say of it, newest received first.' })
  records(
    @Root() entity: EntityType,
    @Ctx() { request }: GraphqlContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many: 0 to 500.' }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to continue behind.' }) after?: string | null,
  ): Promise<object> {
    return loadPage(request, listEntityRecords, { of: entity.id, page: { first: first ?? 20, after: after ?? null } });
  }

  @FieldResolver(() => [LinkCountType], {
    description: 'What expanding it would give, by link kind, other kind and direction. Exact.',
  })
  linkCounts(@Root() entity: EntityType, @Ctx() { request }: GraphqlContext): Promise<readonly object[]> {
    return loadOne(request, countLinks, entity.id);
  }

  @FieldResolver(() => Int, { description: 'Distinct entities linked to it, over all kinds.' })
  neighbourTotal(@Root() entity: EntityType, @Ctx() { request }: GraphqlContext): Promise<number> {
    return loadOne(request, countNeighbours, entity.id);
  }

  @FieldResolver(() => [PointerType], {
    description: 'Agencies that hold more about it which you may not read. They are told that you met it.',
  })
  async pointers(@Root() entity: EntityType, @Ctx() { request, directory }: GraphqlContext): Promise<PointerType[]> {
    const contacts = await loadOne(request, readPointers, entity.id);
    return contacts.map((contact) => ({ ...contact, agency: agencyOf(directory, contact.agency) }));
  }
}
