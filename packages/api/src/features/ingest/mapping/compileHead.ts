import type { ReportInput } from '../../../model/reportInput.ts';
import { compileValue, compileValues, type CellProblem, type ValueReader, type ValueScope } from './compileValue.ts';
import type { ReportMapping } from './mappingShape.ts';
import { placesOf, root, type Place } from './place.ts';
import { compileTemplate } from './template.ts';

type TextField = 'occurredAt' | 'receivedAt' | 'lawfulBasis' | 'reviewDate' | 'officer' | 'contact';
const textFields: readonly TextField[] = ['occurredAt', 'receivedAt', 'lawfulBasis', 'reviewDate', 'officer', 'contact'];
const listFields = ['externalNumbers', 'cases'] as const;

export interface CompiledHead {
  /** The report's own fields, from the rows that make it. */
  read(roots: readonly Place[], problems: CellProblem[]): Omit<ReportInput, 'records' | 'links'>;
  /** Column of a field, for messages. */
  column(field: string): string | null;
}

export function compileHead(head: ReportMapping['report'], scope: ValueScope, path: string): CompiledHead {
  const readers = new Map<string, ValueReader>();
  for (const field of textFields) {
    const value = head[field];
    if (value !== undefined) readers.set(field, compileValue(value, root, scope, `${path}.${field}`));
  }
  for (const field of listFields) {
    const values = head[field];
    if (values !== undefined) readers.set(field, compileValues(values, root, scope, `${path}.${field}`));
  }
  const narrative = compileNarrative(head.narrative, scope, `${path}.narrative`);
  const { kind, reliability, credibility } = head;
  return {
    column: (field) => readers.get(field)?.column ?? null,
    read(roots, problems) {
      const all = (field: string): string[] => {
        const reader = readers.get(field);
        return reader ? [...new Set(roots.flatMap((place) => reader.read(place, problems)))] : [];
      };
      const texts = Object.fromEntries(
        textFields.filter((field) => readers.has(field)).map((field) => [field, all(field)[0] ?? null]),
      );
      const lists = Object.fromEntries(listFields.filter((field) => readers.has(field)).map((field) => [field, all(field)]));
      return { kind, reliability, credibility, ...texts, ...lists, narrative: narrative(roots, problems) };
    },
  };
}

function compileNarrative(
  narrative: ReportMapping['report']['narrative'],
  scope: ValueScope,
  path: string,
): (roots: readonly Place[], problems: CellProblem[]) => string | null {
  if (narrative === undefined) return () => null;
  if (typeof narrative === 'object' && 'line' in narrative) {
    const { rows, heading } = narrative;
    if (!scope.sets.has(rows))
      scope.problems.add(`${path}.rows`, `There is no ${rows}`, `one of ${[...scope.sets.keys()].join(', ')}`);
    const line = compileTemplate(narrative.line, rows, scope, `${path}.line`);
    return (roots) => {
      const lines = roots.flatMap((place) => placesOf(place, rows)).map((place) => line.fill(place));
      const text = lines.filter((filled) => filled !== '');
      return text.length === 0 ? null : [...(heading === undefined ? [] : [heading]), ...text].join('\n');
    };
  }
  const reader = compileValue(narrative, root, scope, path);
  return (roots, problems) => {
    const texts = roots.flatMap((place) => reader.read(place, problems));
    return texts.length === 0 ? null : [...new Set(texts)].join('\n');
  };
}
