import { Counter, Gauge, type Registry } from 'prom-client';
import { analysisStates, type Analysis } from '../model/analysis.ts';

/** Says from here on how the analysis does: how new it is and what it costs, never what it holds. */
export function watchAnalysis(analysis: Analysis, registry: Registry): void {
  const gauge = (name: string, help: string, read: (status: Analysis['status']) => number | null): void => {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        const value = read(analysis.status);
        if (value === null) this.reset();
        else this.set(value);
      },
    });
  };
  gauge('linchpin_analysis_bytes', 'Memory of the adjacency that paths are searched over', ({ bytes }) => bytes);
  gauge('linchpin_analysis_build_seconds', 'Time that the last building took', ({ buildSeconds }) => buildSeconds);
  gauge('linchpin_analysis_behind_seconds', 'Time since nothing was left to apply', ({ secondsBehind }) => secondsBehind);
  gauge('linchpin_analysis_restarts', 'Threads that were lost and replaced', ({ restarts }) => restarts);
  new Gauge({
    name: 'linchpin_analysis_state',
    help: '1 for the state that the adjacency is in',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      for (const state of analysisStates) this.set({ state }, analysis.status.state === state ? 1 : 0);
    },
  });
  new Counter({
    name: 'linchpin_paths_answered_total',
    help: 'Questions for paths, by who answered: the adjacency, or the store (slower)',
    labelNames: ['by'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [by, count] of Object.entries(analysis.status.answered)) this.inc({ by }, count);
    },
  });
}
