type Parameter = string | number | boolean | bigint | null | readonly Parameter[] | { readonly [name: string]: Parameter };
export type Parameters = Readonly<Record<string, Parameter>>;

/** The driver writes every JavaScript number as a FLOAT: whole numbers go as BigInt, which it writes as INTEGER. */
export function toBolt(value: Parameter): Parameter {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(toBolt);
  return toBoltRecord(value);
}

export function toBoltRecord(values: Parameters): Parameters {
  const bolt: Record<string, Parameter> = {};
  for (const name in values) bolt[name] = toBolt(values[name]!);
  return bolt;
}

function isList(value: object): value is readonly Parameter[] {
  return Array.isArray(value);
}
