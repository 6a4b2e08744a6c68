import { Kind, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import { LinchpinError } from '../model/errors.ts';

/**
 * What is looked at before a document is validated. Validation compares fields of one name with each other, pair by pair,
 * and each fragment with each: a few thousand words can keep it busy for seconds.
 */
export const shapeLimits = {
  /** Fields of one name at one place of the answer, fragments unfolded. */
  sameField: 100,
  fragments: 100,
  spreads: 300,
  /** Places looked at; beyond them the document unfolds without end, which is refused when it is weighed. */
  places: 20_000,
  depth: 20,
} as const;

/** @throws LinchpinError TOO_COSTLY */
export function requireReadable(document: DocumentNode): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const walk = new Walk(fragments);
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  if (fragments.size > shapeLimits.fragments)
    throw tooCostly(`The query has too many fragments: at most ${shapeLimits.fragments}`);
  for (const definition of document.definitions) if ('selectionSet' in definition) walk.countSpreads(definition.selectionSet);
  for (const definition of document.definitions) if ('selectionSet' in definition) walk.look([definition.selectionSet], 0);
}

class Walk {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  #spreads = 0;
  #places = 0;

  constructor(fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#fragments = fragments;
  }

  countSpreads({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD && ++this.#spreads > shapeLimits.spreads)
        throw tooCostly(`The query spreads fragments too many times: at most ${shapeLimits.spreads}`);
      if ('selectionSet' in selection && selection.selectionSet) this.countSpreads(selection.selectionSet);
    }
  }

  /** Selections that are answered at one place, and below it. */
  look(sets: readonly SelectionSetNode[], depth: number): void {
    if (depth > shapeLimits.depth) return;
    const byName = new Map<string, FieldNode[]>();
    const seen = new Set<string>();
    for (const set of sets) this.#gather(set, byName, seen);
    for (const fields of byName.values()) {
      if (fields.length > shapeLimits.sameField) throw tooCostly('The query asks for the same fields too many times over');
      const below = fields.flatMap(({ selectionSet }) => selectionSet ?? []);
      if (below.length > 0) this.look(below, depth + 1);
    }
  }

  #gather({ selections }: SelectionSetNode, byName: Map<string, FieldNode[]>, seen: Set<string>): void {
    for (const selection of selections) {
      if (++this.#places > shapeLimits.places) return;
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        const known = byName.get(name);
        if (known) known.push(selection);
        else byName.set(name, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) this.#gather(selection.selectionSet, byName, seen);
      else this.#gatherFragment(selection.name.value, byName, seen);
    }
  }

  #gatherFragment(name: string, byName: Map<string, FieldNode[]>, seen: Set<string>): void {
    const fragment = this.#fragments.get(name);
    if (!fragment || seen.has(name)) return;
    seen.add(name);
    this.#gather(fragment.selectionSet, byName, seen);
  }
}

function tooCostly(message: string): LinchpinError {
  return new LinchpinError('TOO_COSTLY', message);
}
