import type { PropertyInput } from '../../../model/reportInput.ts';
import { compileValue, type CellProblem, type ValueScope } from './compileValue.ts';
import type { RollUp } from './mappingShape.ts';
import type { Place } from './place.ts';
import { compileTemplate, type Template } from './template.ts';

/** Turns the rows of one pair and day into the properties of their one link. */
export interface CompiledRollUp {
  read(places: readonly Place[], problems: CellProblem[]): PropertyInput[];
  /** Column behind a property, for messages. */
  column(property: string): string | null;
}

export function compileRollUp(rollUp: RollUp, set: string, scope: ValueScope, path: string): CompiledRollUp {
  const time = compileValue(rollUp.time, set, scope, `${path}.time`);
  const sums = Object.entries(rollUp.sum).map(([name, text]) => ({
    name,
    template: compileTemplate(text, set, scope, `${path}.sum.${name}`),
  }));
  return {
    column: (property) => sums.find(({ name }) => name === property)?.template.column ?? time.column,
    read(places, problems) {
      const times = places.flatMap((place) => time.read(place, problems)).sort();
      const properties = new Map([[rollUp.count, String(places.length)]]);
      for (const { name, template } of sums) properties.set(name, String(sum(places, template, problems)));
      if (rollUp.first && times[0] !== undefined) properties.set(rollUp.first, times[0]);
      if (rollUp.last && times.length > 0) properties.set(rollUp.last, times[times.length - 1]!);
      if (rollUp.hours) properties.set(rollUp.hours, countHours(times));
      return [...properties].map(([name, value]) => ({ name, values: [value] }));
    },
  };
}

function sum(places: readonly Place[], template: Template, problems: CellProblem[]): number {
  let total = 0;
  for (const place of places) {
    const text = template.fill(place);
    if (text === '') continue;
    if (/^-?\d+(\.\d+)?$/.test(text)) total += Number(text);
    else
      problems.push({
        place,
        column: template.column,
        value: text,
        message: 'This is not a number',
        expected: 'figures such as 38',
      });
  }
  return total;
}

/** 24 counts, from midnight. */
function countHours(times: readonly string[]): string {
  const counts = Array.from({ length: 24 }, () => 0);
  for (const time of times) {
    const hour = Number(/T(\d{2})/.exec(time)?.[1] ?? NaN);
    if (hour in counts) counts[hour]!++;
  }
  return counts.join(' ');
}
