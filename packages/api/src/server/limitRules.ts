import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';

/** Bounds on what one request may ask. */
export const requestLimits = {
  depth: 16,
  aliases: 50,
  directives: 50,
  tokens: 5_000,
  documentCharacters: 262_144,
  cost: 100_000,
  batch: 10,
  bodyBytes: 16 * 1_048_576,
  answerBytes: 32 * 1_048_576,
} as const;

export function tooCostly(message: string): GraphQLError {
  // Without the status a refusal made after validation would look like a fault of ours.
  return new GraphQLError(message, { extensions: { code: 'TOO_COSTLY', http: { status: 400 } } });
}

/** Refusals say the bound, so that a caller knows what would be right. */
function refusing(message: string): { onReject: ((context: ValidationContext | null) => void)[]; propagateOnRejection: false } {
  return { onReject: [(context) => context?.reportError(tooCostly(message))], propagateOnRejection: false };
}

const { depth, aliases, directives } = requestLimits;

/** Each asks for as much as the whole schema, at no cost that is weighed: tools ask once. */
const introspections = 2;

const introspectionRule: ValidationRule = (context) => {
  let asked = 0;
  return {
    Field({ name: { value } }) {
      if ((value === '__schema' || value === '__type') && ++asked === introspections + 1)
        context.reportError(tooCostly(`The query asks for the schema more than ${introspections} times over`));
    },
  };
};

export const limitRules: readonly ValidationRule[] = [
  introspectionRule,
  maxDepthRule({
    n: depth,
    flattenFragments: true,
    ...refusing(`The query is nested too deep: at most ${depth} levels. Ask for the inner part in a query of its own`),
  }),
  maxAliasesRule({
    n: aliases,
    ...refusing(`The query has too many aliases: at most ${aliases}. Ask for the rest in another request`),
  }),
  maxDirectivesRule({ n: directives, ...refusing(`The query has too many directives: at most ${directives}`) }),
] as readonly ValidationRule[];
