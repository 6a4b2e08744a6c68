import type { PropertyType } from '@linchpin/schema';
import type { Condition, ValueMapping, ValuesMapping } from './mappingShape.ts';
import { findPlace, placesOf, type Place } from './place.ts';
import { compileTemplate, type TemplateScope } from './template.ts';
import { compileTransform, type TransformFailure, type TransformValue } from './transforms.ts';

/** A cell that cannot be read as the mapping says. */
export interface CellProblem extends TransformFailure {
  readonly place: Place;
  readonly column: string | null;
  readonly value: string | null;
}

export interface ValueReader {
  /** Values that are not blank; cells that cannot be read go to `problems`. */
  read(place: Place, problems: CellProblem[]): readonly string[];
  readonly column: string | null;
}

export interface ValueScope extends TemplateScope {
  readonly phone: PropertyType | null;
}

export function compileValues(values: ValuesMapping, set: string, scope: ValueScope, path: string): ValueReader {
  if (!Array.isArray(values)) return compileValue(values, set, scope, path);
  const readers = values.map((value, index) => compileValue(value, set, scope, `${path}[${index}]`));
  return {
    read: (place, problems) => readers.flatMap((reader) => reader.read(place, problems)),
    column: readers.find((reader) => reader.column !== null)?.column ?? null,
  };
}

export function compileValue(value: ValueMapping, set: string, scope: ValueScope, path: string): ValueReader {
  const written = typeof value === 'string' ? [value] : 'join' in value ? value.join : [value.value];
  const templates = written.map((text) => compileTemplate(text, set, scope, path));
  const between = typeof value === 'object' && 'join' in value ? value.with : '';
  const transforms = typeof value === 'string' ? [] : value.do.map((transform) => compileTransform(transform, scope.phone));
  const column = templates.find((template) => template.column !== null)?.column ?? null;
  return {
    column,
    read(place, problems) {
      const filled = templates.map((template) => template.fill(place)).filter((text) => text !== '');
      if (filled.length === 0) return [];
      const text = filled.join(between);
      const result = applyAll(transforms, text);
      if (!('message' in result)) return result.filter((item) => item.trim() !== '');
      problems.push({ ...result, place, column, value: text });
      return [];
    },
  };
}

function applyAll(transforms: readonly TransformValue[], text: string): readonly string[] | TransformFailure {
  let values: readonly string[] = [text];
  for (const transform of transforms) {
    const next: string[] = [];
    for (const value of values) {
      const result = transform(value);
      if ('message' in result) return result;
      next.push(...result);
    }
    values = next;
  }
  return values;
}

export type ConditionTest = (place: Place, problems: CellProblem[]) => boolean;

export function compileCondition(condition: Condition, set: string, scope: ValueScope, path: string): ConditionTest {
  if ('has' in condition) {
    const { has, not } = condition;
    if (!scope.sets.has(has))
      scope.problems.add(`${path}.has`, 'There is no such join', `one of ${[...scope.sets.keys()].join(', ')}`);
    return (place) => (findPlace(place, has) !== null || placesOf(place, has).length > 0) !== not;
  }
  const reader = compileValue(condition.value, set, scope, `${path}.value`);
  const wanted = condition.is === undefined ? null : new Set(condition.is);
  return (place, problems) => {
    const values = reader.read(place, problems);
    return (wanted === null ? values.length > 0 : values.some((value) => wanted.has(value))) !== condition.not;
  };
}

/** True when all hold. */
export function compileAll(conditions: readonly Condition[], set: string, scope: ValueScope, path: string): ConditionTest {
  const tests = conditions.map((condition, index) => compileCondition(condition, set, scope, `${path}[${index}]`));
  return (place, problems) => tests.every((test) => test(place, problems));
}
