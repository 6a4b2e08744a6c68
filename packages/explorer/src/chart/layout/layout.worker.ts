import { answerLayout } from './answerLayout.ts';
import type { LayoutQuestion } from './layoutQuestion.ts';

self.addEventListener('message', ({ data }: MessageEvent<{ id: number; question: LayoutQuestion }>) => {
  self.postMessage({ id: data.id, places: answerLayout(data.question) });
});
