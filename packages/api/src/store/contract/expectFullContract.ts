import { expect, it, type RunnerTask } from 'vitest';

/** Says that a file asks its suites in full: one that registers nothing passes, too. @param least tests, this one left out */
export function expectFullContract(least: number): void {
  it(`is asked at least ${least} things`, ({ task }) => {
    expect(countTests(task.file.tasks) - 1).toBeGreaterThanOrEqual(least);
  });
}

function countTests(tasks: readonly RunnerTask[]): number {
  return tasks.reduce((sum, task) => sum + (task.type === 'suite' ? countTests(task.tasks) : 1), 0);
}
