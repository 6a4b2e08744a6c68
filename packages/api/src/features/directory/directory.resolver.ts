import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { perform } from '../../gate/perform.ts';
import { AgencyType, JurisdictionType, ViewerType } from '../../graphql/directoryTypes.ts';
import type { GraphqlContext } from '../../graphql/graphqlContext.ts';
import { agenciesOf, jurisdictionsOf } from '../../graphql/nameOf.ts';
import { VocabularyType } from '../../graphql/vocabularyTypes.ts';
import { listAgencies } from './listAgencies.ts';
import { presentVocabulary } from './presentVocabulary.resolver.ts';
import { readViewer } from './readViewer.ts';
import { readVocabulary } from './readVocabulary.ts';

/** Who there is, and which words are used. */
@Resolver(() => AgencyType)
export class DirectoryResolver {
  @Query(() => ViewerType, { nullable: true, description: 'Who asks.' })
  async viewer(@Ctx() { request, directory }: GraphqlContext): Promise<object> {
    const viewer = await perform(request, readViewer, null);
    return { ...viewer, groups: viewer.groups.map((group) => ({ ...group, agencies: agenciesOf(directory, group.agencies) })) };
  }

  @Query(() => VocabularyType, {
    nullable: true,
    description: 'Every kind of entity and link: names, labels, looks and properties.',
  })
  async vocabulary(@Ctx() { request }: GraphqlContext): Promise<VocabularyType> {
    return presentVocabulary(await perform(request, readVocabulary, null));
  }

  @Query(() => [AgencyType], { nullable: true, description: 'Every agency, by id.' })
  async agencies(@Ctx() { request }: GraphqlContext): Promise<readonly object[]> {
    const agencies = await perform(request, listAgencies, null);
    return agencies.map(({ id, name }) => ({ id, name }));
  }

  @FieldResolver(() => String, { nullable: true, description: 'Desk to call where a record gives no contact of its own.' })
  contact(@Root() { id }: AgencyType, @Ctx() { directory }: GraphqlContext): string | null {
    return directory.agencies.find((agency) => agency.id === id)?.contact ?? null;
  }

  @FieldResolver(() => [JurisdictionType], { description: 'Where it serves.' })
  jurisdictions(@Root() { id }: AgencyType, @Ctx() { directory }: GraphqlContext): JurisdictionType[] {
    return jurisdictionsOf(directory, [id]);
  }
}
