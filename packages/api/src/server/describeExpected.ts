import { isEnumType, type GraphQLSchema } from 'graphql';

const byType: Readonly<Record<string, string>> = {
  DateTime: 'a moment such as 2026-02-11T15:30:00Z',
  Int: 'a whole number from -2147483648 to 2147483647',
  Boolean: 'true or false',
  String: 'text in quotes',
  ID: 'an id in quotes, as another answer gave it',
};

/** What would be right where GraphQL itself refuses something: the words of a list, a form, or where to read of it. */
export function describeExpected(schema: GraphQLSchema, message: string): string {
  const listed = /"(\w+)" enum\b|\bEnum "(\w+)"/.exec(message);
  const list = listed && schema.getType(listed[1] ?? listed[2]!);
  if (isEnumType(list))
    return `one of ${list
      .getValues()
      .map(({ name }) => name)
      .join(', ')}`;
  const missing = /Field "(?:\w+\.)?(\w+)" of required type "([^"]+)" was not provided/.exec(message);
  if (missing) return `${missing[1]}: ${missing[2]}${missing[2]!.startsWith('[') ? ', [] for none' : ''}`;
  const form = byType[/\b(\w+) cannot represent/.exec(message)?.[1] ?? ''];
  return form ?? 'what /schema.graphql describes';
}
