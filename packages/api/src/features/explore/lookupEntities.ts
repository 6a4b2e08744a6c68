import type { UseCase } from '../../gate/useCase.ts';
import { invalid } from '../../model/errors.ts';
import type { EntityView } from '../../model/views.ts';
import { contactsOf, tellHolders, type Contact } from './contactsOf.ts';

export interface LookupInput {
  readonly kind: string;
  readonly value: string;
}

export interface LookupResult {
  readonly entities: readonly EntityView[];
  readonly pointers: readonly Contact[];
}

const longestValue = 500;

/** Who holds an identifier, typed any way. */
export const lookupEntities: UseCase<LookupInput, LookupResult> = {
  name: 'lookupEntities',
  kind: 'evidence read',
  permission: 'evidence:read',
  async run(context, { kind, value }) {
    const keys = keysOf(context.vocabulary.entityKinds.get(kind)?.parseLookup(requireValue(value)) ?? [], kind);
    if (keys.length === 0) return { entities: [], pointers: [] };
    const { graph, scope } = context;
    const answer = await graph.lookup(scope, keys);
    await tellHolders(context, answer.encounters);
    const views = await graph.entities(scope, answer.entityIds);
    return { entities: views.filter((view) => view !== null), pointers: await contactsOf(context, answer.pointers) };
  },
  describe: ({ kind, value }, digest) => ({ kind, value: digest(value) }),
  count: ({ entities, pointers }) => entities.length + pointers.length,
};

function keysOf(keys: readonly string[], kind: string): string[] {
  return keys.map((key) => `${kind} ${key}`);
}

function requireValue(value: string): string {
  if (value.trim() !== '' && value.length <= longestValue) return value;
  const expected = `1 to ${longestValue} characters, such as (504) 555-0142`;
  throw invalid([{ path: 'value', message: 'Nothing that could be looked up', expected }]);
}
