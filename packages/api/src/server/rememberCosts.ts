import type { DocumentNode } from 'graphql';
import { costOf, type CostQuestion } from './costOf.ts';

/** Shapes of variables whose cost is remembered, a document. */
const mostShapes = 100;

/** Weighing reads the whole document: what has been weighed once, with variables that weigh the same, is not weighed again. */
export function rememberCosts(): (question: CostQuestion) => number {
  const known = new WeakMap<DocumentNode, Map<string, number>>();
  return (question) => {
    const ofDocument = known.get(question.query) ?? new Map<string, number>();
    known.set(question.query, ofDocument);
    const shape = `${question.operationName ?? ''} ${shapeOf(question.variables)}`;
    const remembered = ofDocument.get(shape);
    if (remembered !== undefined) return remembered;
    const cost = costOf(question);
    // Infinite where variables are wrong, too, which text of the same shape need not be.
    if (cost === Infinity) return cost;
    if (ofDocument.size >= mostShapes) ofDocument.clear();
    ofDocument.set(shape, cost);
    return cost;
  };
}

/** All of the variables that decides a cost: numbers and conditions as they are, lists by their length, no text. */
function shapeOf(value: unknown, depth = 0): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.length}]`;
  if (typeof value !== 'object' || value === null || depth > 2) return typeof value;
  return `{${Object.entries(value)
    // Names may hold any sign: one must not pass for several.
    .map(([name, part]) => `${JSON.stringify(name)}:${shapeOf(part, depth + 1)}`)
    .join()}}`;
}
