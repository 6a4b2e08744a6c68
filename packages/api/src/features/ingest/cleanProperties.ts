import type { CleanProperties, PropertyDefinition } from '@linchpin/schema';
import { mentionsCardNumber } from '../../model/cardNumbers.ts';
import { didYouMean } from '../../model/nearestName.ts';
import type { PreparedProperty, PreparedValue } from '../../model/prepared.ts';
import type { PropertyInput } from '../../model/reportInput.ts';
import { definitionOf } from './definitionOf.ts';
import type { Problems } from './problems.ts';
import { RecordContext, type Assumptions } from './recordContext.ts';
import { cleanValue } from './rememberValues.ts';

export interface CleaningPlace {
  /** Which of the report's. */
  readonly list: 'records' | 'links';
  readonly index: number;
  /** Of the record or link: `PERSON`. */
  readonly kind: string;
  readonly definitions: readonly PropertyDefinition[];
  readonly assumptions: Assumptions;
  readonly problems: Problems;
}

interface Gathered {
  readonly name: string;
  given: string[];
  values: PreparedValue[];
}

/** Cleans values as given; the same property named twice is one, and blank values say nothing. */
export function cleanProperties(given: readonly PropertyInput[], place: CleaningPlace): PreparedProperty[] {
  const found: Gathered[] = [];
  const context = new RecordContext(place.assumptions, given);
  for (let index = 0; index < given.length; index++) {
    const { name, values } = given[index]!;
    const definition = definitionOf(place.definitions, name);
    if (!definition) {
      reportUnknown(name, `${pathOf(place, index)}.name`, place);
      continue;
    }
    const property = gatheredAs(name, found);
    for (let at = 0; at < values.length; at++) {
      const sent = values[at]!;
      const raw = isPlain.test(sent) ? sent : sent.replaceAll(noText, '');
      if (raw.trim() === '') continue;
      const most = longestValue(definition.type.name);
      if (raw.length > most) {
        const expected = `at most ${most.toLocaleString('en')} characters`;
        place.problems.add(`${pathOf(place, index)}.values[${at}]`, 'This is too long', expected);
        continue;
      }
      const cleaned = cleanValue(definition.type, raw, context);
      if (!cleaned.ok) {
        // A card number is named once, where every text of the report is looked at.
        if (!mentionsCardNumber(raw))
          place.problems.add(`${pathOf(place, index)}.values[${at}]`, cleaned.message, cleaned.expected);
        continue;
      }
      addValue(property, cleaned.given ?? raw, cleaned.prepared);
    }
  }
  for (const property of found) if (property.values.length > 1) property.values = distinctValues(property.values);
  return found.some(isEmpty) ? found.filter((property) => !isEmpty(property)) : found;
}

/** Of a property that says nothing yet. */
const none: never[] = [];

function gatheredAs(name: string, found: Gathered[]): Gathered {
  for (const property of found) if (property.name === name) return property;
  const property: Gathered = { name, given: none, values: none };
  found.push(property);
  return property;
}

/** Most properties have one value: a list of one is a tenth of the memory that a list takes which may grow. */
function addValue(property: Gathered, given: string, value: PreparedValue): void {
  if (isEmpty(property)) [property.given, property.values] = [[given], [value]];
  else {
    property.given.push(given);
    property.values.push(value);
  }
}

function isEmpty({ values }: Gathered): boolean {
  return values.length === 0;
}

function distinctValues(values: readonly PreparedValue[]): PreparedValue[] {
  return [...new Map(values.map((value) => [value.value, value])).values()];
}

/** Of one property as given; most of them have no problem. */
function pathOf({ list, index }: CleaningPlace, property: number): string {
  return `${list}[${index}].properties[${property}]`;
}

/** Printable ASCII: nothing to take out. */
const isPlain = /^[\x20-\x7e]*$/;
/** Control characters, halves of letters and marks that turn the text about: a value would hide what stands behind them. */
const noText = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/gu;

/** What is read as a number, name or place is short; reading takes longer than in proportion. Texts may be texts. */
function longestValue(type: string): number {
  if (type === 'text' || type === 'note') return 100_000;
  return type === 'url' ? 4_000 : 500;
}

/** Adds values that follow from others; what was given stays first. */
export function addDerived(
  properties: readonly PreparedProperty[],
  derived: CleanProperties,
  definitions: readonly PropertyDefinition[],
): readonly PreparedProperty[] {
  const all = [...properties];
  for (const { name, type } of definitions) {
    if (!Object.hasOwn(derived, name)) continue;
    const at = all.findIndex((property) => property.name === name);
    const before = all[at] ?? { name, given: [], values: [] };
    const known = new Set(before.values.map((value) => value.value));
    const added = (derived[name] ?? []).filter((value) => !known.has(value));
    if (added.length === 0) continue;
    const values = added.map((value) => ({ value, display: type.show(value), isUnverified: false }));
    all[at < 0 ? all.length : at] = { ...before, values: [...before.values, ...values] };
  }
  return all;
}

/** Canonical values by property. */
export function valuesByName(properties: readonly PreparedProperty[]): CleanProperties {
  const all: Record<string, readonly string[]> = {};
  for (const { name, values } of properties)
    all[name] = values.length === 1 ? [values[0]!.value] : values.map(({ value }) => value);
  return all;
}

function reportUnknown(name: string, path: string, place: CleaningPlace): void {
  const names = place.definitions.map((definition) => definition.name);
  const expected = names.length > 0 ? `one of ${names.join(', ')}` : 'no properties';
  place.problems.add(path, `${place.kind} has no such property${didYouMean(name, names)}`, expected);
}
