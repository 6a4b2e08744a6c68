export interface Timing {
  readonly question: string;
  readonly runs: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
}

/** Times one question over many warm runs with ever other arguments. */
export async function measure(question: string, runs: number, ask: (run: number) => unknown): Promise<Timing> {
  for (let run = 0; run < Math.min(20, runs); run++) await ask(run);
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await ask(run);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { question, runs, p50: times[Math.floor(runs * 0.5)]!, p95: times[Math.min(runs - 1, Math.floor(runs * 0.95))]! };
}
