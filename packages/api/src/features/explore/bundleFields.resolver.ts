import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { AgencyType } from '../../graphql/directoryTypes.ts';
import { EntityType } from '../../graphql/entityType.ts';
import type { GraphqlContext } from '../../graphql/graphqlContext.ts';
import { LinkBundleType, LinkConnectionType } from '../../graphql/linkTypes.ts';
import { loadPage } from '../../graphql/loadPage.ts';
import { agenciesOf } from '../../graphql/nameOf.ts';
import { entityById } from './entityById.resolver.ts';
import { listBundleLinks } from './listParts.ts';

/** Fields of a bundle beyond what its view holds. */
@Resolver(() => LinkBundleType)
export class BundleFieldsResolver {
  @FieldResolver(() => String, { description: 'Read from the first end to the second: `uses`.' })
  label(@Root() { kind }: LinkBundleType, @Ctx() { vocabulary }: GraphqlContext): string {
    return vocabulary.linkKinds.get(kind)?.label ?? kind;
  }

  @FieldResolver(() => Boolean, { description: 'A rule made it, no report says it: drawn dashed.' })
  isInferred(@Root() { kind }: LinkBundleType, @Ctx() { vocabulary }: GraphqlContext): boolean {
    return vocabulary.linkKinds.get(kind)?.isInferred ?? false;
  }

  @FieldResolver(() => EntityType, { nullable: true, description: 'The entity it starts from.' })
  fromEntity(@Root() { from }: LinkBundleType, @Ctx() context: GraphqlContext): Promise<EntityType | null> {
    return entityById(context, from);
  }

  @FieldResolver(() => EntityType, { nullable: true, description: 'The entity it leads to.' })
  toEntity(@Root() { to }: LinkBundleType, @Ctx() context: GraphqlContext): Promise<EntityType | null> {
    return entityById(context, to);
  }

  @FieldResolver(() => [AgencyType], { description: 'Agencies whose visible reports say so.' })
  agencies(@Root() bundle: LinkBundleType, @Ctx() { directory }: GraphqlContext): AgencyType[] {
    return agenciesOf(directory, bundle.agencies);
  }

  @FieldResolver(() => LinkConnectionType, { description: 'Its single links, newest first.' })
  evidence(
    @Root() bundle: LinkBundleType,
    @Ctx() { request }: GraphqlContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many: 0 to 500.' }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to continue behind.' }) after?: string | null,
  ): Promise<object> {
    return loadPage(request, listBundleLinks, { of: bundle.id, page: { first: first ?? 20, after: after ?? null } });
  }
}
