import type { CleanContext, CleanProperties, PropertyDefinition } from '@linchpin/schema';
import { mentionsCardNumber } from '../../model/cardNumbers.ts';
import { didYouMean } from '../../model/nearestName.ts';
import type { PreparedProperty, PreparedValue } from '../../model/prepared.ts';
import type { PropertyInput } from '../../model/reportInput.ts';
import { definitionOf } from './definitionOf.ts';
import type { Problems } from './problems.ts';
import { cleanValue } from './rememberValues.ts';

/** What a report says for all its values. */
export interface Assumptions {
  readonly country: string | undefined;
  readonly areaCode: string | undefined;
  readonly timeZone: string | undefined;
}

export interface CleaningPlace {
  /** Of the record or link: `records[2]`. */
  readonly path: string;
  /** Of its kind: `PERSON`. */
  readonly kind: string;
  readonly definitions: readonly PropertyDefinition[];
  readonly assumptions: Assumptions;
  readonly problems: Problems;
}

/** Cleans values as given; the same property named twice is one, and blank values say nothing. */
export function cleanProperties(given: readonly PropertyInput[], place: CleaningPlace): PreparedProperty[] {
  const byName = new Map<string, { given: string[]; values: Map<string, PreparedValue> }>();
  const context = contextOf(given, place.assumptions);
  for (const [index, property] of given.entries()) {
    const path = `${place.path}.properties[${index}]`;
    const definition = definitionOf(place.definitions, property.name);
    if (!definition) {
      reportUnknown(property.name, `${path}.name`, place);
      continue;
    }
    const entry = byName.get(property.name) ?? { given: [], values: new Map<string, PreparedValue>() };
    byName.set(property.name, entry);
    for (const [at, sent] of property.values.entries()) {
      const raw = isPlain.test(sent) ? sent : sent.replaceAll(noText, '');
      if (raw.trim() === '') continue;
      const most = longestValue(definition.type.name);
      if (raw.length > most) {
        place.problems.add(`${path}.values[${at}]`, 'This is too long', `at most ${most.toLocaleString('en')} characters`);
        continue;
      }
      const { cleaned, display } = cleanValue(definition.type, raw, context);
      if (!cleaned.ok) {
        // A card number is named once, where every text of the report is looked at.
        if (!mentionsCardNumber(raw)) place.problems.add(`${path}.values[${at}]`, cleaned.message, cleaned.expected);
        continue;
      }
      entry.given.push(cleaned.given ?? raw);
      entry.values.set(cleaned.value, { value: cleaned.value, display, isUnverified: cleaned.isUnverified ?? false });
    }
  }
  return [...byName]
    .map(([name, entry]) => ({ name, given: entry.given, values: [...entry.values.values()] }))
    .filter((property) => property.values.length > 0);
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
): PreparedProperty[] {
  const names = Object.keys(derived);
  if (names.length === 0) return [...properties];
  const all = new Map(properties.map((property) => [property.name, property]));
  for (const definition of definitions) {
    if (!names.includes(definition.name)) continue;
    const before = all.get(definition.name) ?? { name: definition.name, given: [], values: [] };
    const known = new Set(before.values.map((value) => value.value));
    const added = (derived[definition.name] ?? []).filter((value) => !known.has(value));
    if (added.length === 0) continue;
    all.set(definition.name, {
      ...before,
      values: [...before.values, ...added.map((value) => ({ value, display: definition.type.show(value), isUnverified: false }))],
    });
  }
  return [...all.values()];
}

/** Canonical (or shown) values by property. */
export function valuesByName(properties: readonly PreparedProperty[], field: 'value' | 'display'): CleanProperties {
  const all: Record<string, readonly string[]> = {};
  for (const property of properties) all[property.name] = property.values.map((value) => value[field]);
  return all;
}

function contextOf(given: readonly PropertyInput[], assumptions: Assumptions): CleanContext {
  const sibling = (name: string): string | undefined => given.find((property) => property.name === name)?.values[0];
  return { country: assumptions.country, areaCode: assumptions.areaCode, timeZone: assumptions.timeZone, sibling };
}

function reportUnknown(name: string, path: string, place: CleaningPlace): void {
  const names = place.definitions.map((definition) => definition.name);
  const expected = names.length > 0 ? `one of ${names.join(', ')}` : 'no properties';
  place.problems.add(path, `${place.kind} has no such property${didYouMean(name, names)}`, expected);
}
