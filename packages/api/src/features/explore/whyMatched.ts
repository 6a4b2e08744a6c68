import { foldWords, type Vocabulary } from '@linchpin/schema';
import { isOneTypoOff, wildcard, type SearchPlan } from '../../model/searchPlan.ts';
import type { EntityView } from '../../model/views.ts';

const mostReasons = 5;

/** Shown values of a hit that the typed words meet, as `Label: value`; the closest first. [] where only a hidden spelling met. */
export function whyMatched(plan: SearchPlan, entity: EntityView, vocabulary: Vocabulary): string[] {
  const kind = vocabulary.entityKinds.get(entity.kind);
  const typed = [...new Set(plan.alternatives.flat())];
  const scored = entity.properties.flatMap(({ name, values }) => {
    const property = kind?.properties.find((candidate) => candidate.name === name);
    if (!property || property.isFlag) return [];
    return values.flatMap(({ value, display }) => {
      const words = [...property.type.words(value), ...foldWords(display)];
      const isKey = plan.keys.some((key) => key === `${entity.kind} ${value}`);
      const score = isKey ? 100 : scoreWords(plan, typed, words);
      return score > 0 ? [{ score, text: `${property.label}: ${display}` }] : [];
    });
  });
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, mostReasons)
    .map(({ text }) => text);
}

function scoreWords(plan: SearchPlan, typed: readonly string[], words: readonly string[]): number {
  if (plan.pattern !== null) {
    const pattern = wildcard(plan.pattern);
    return words.some((word) => pattern.test(word)) ? 1 : 0;
  }
  const met = typed.filter((word) => words.some((other) => other.startsWith(word))).length;
  if (met > 0) return met;
  return typed.some((word) => word.length >= 4 && words.some((other) => isOneTypoOff(word, other))) ? 0.5 : 0;
}
