import type { Point } from '../chart.ts';
import { arrange } from './arrange.ts';
import type { LayoutQuestion } from './layoutQuestion.ts';
import { placeNew } from './placeNew.ts';

export function answerLayout(question: LayoutQuestion): Map<string, Point> {
  return question.kind === 'placeNew' ? placeNew(question) : arrange(question);
}
