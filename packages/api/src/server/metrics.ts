import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Analysis } from '../model/analysis.ts';
import { lanes, type Lane, type RefusalReason } from './turns/turnBounds.ts';
import type { Turns } from './turns/turns.ts';
import { watchAnalysis } from './watchAnalysis.ts';

/** How the service does, never what it holds: no totals of the store, no names of people or clients. */
export interface Metrics {
  observeOperation(operation: string, milliseconds: number): void;
  countError(operation: string, code: string): void;
  countResponse(route: string, status: number): void;
  /** A use-case by its own name, whatever GraphQL field asked for it. */
  countUseCase(useCase: string, outcome: string): void;
  countRefusal(lane: Lane, reason: RefusalReason): void;
  /** Says from here on how many operations are in flight and how many wait. */
  watchTurns(turns: Turns): void;
  watchAnalysis(analysis: Analysis): void;
  readonly contentType: string;
  text(): Promise<string>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'linchpin_operation_seconds',
    help: 'Time from question to answer, by root field',
    labelNames: ['operation'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]): Counter<L> =>
    new Counter({ name, help, labelNames, registers });
  const errors = counter('linchpin_operation_errors_total', 'Answers with an error, by root field and code', [
    'operation',
    'code',
  ]);
  const responses = counter('linchpin_http_responses_total', 'HTTP responses, by route and status', ['route', 'status']);
  const useCases = counter('linchpin_use_cases_total', 'Use-cases, by name and outcome as in the audit log', [
    'use_case',
    'outcome',
  ]);
  const refused = counter('linchpin_operations_refused_total', 'Operations that were given no turn, by lane and reason', [
    'lane',
    'reason',
  ]);
  return {
    observeOperation: (operation, milliseconds) => seconds.observe({ operation }, milliseconds / 1_000),
    countError: (operation, code) => errors.inc({ operation, code }),
    countResponse: (route, status) => responses.inc({ route, status }),
    countUseCase: (useCase, outcome) => useCases.inc({ use_case: useCase, outcome }),
    countRefusal: (lane, reason) => refused.inc({ lane, reason }),
    watchTurns: (turns) => watchTurns(turns, registry),
    watchAnalysis: (analysis) => watchAnalysis(analysis, registry),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}

function watchTurns(turns: Turns, registry: Registry): void {
  const gauge = (name: string, help: string, read: (lane: Lane) => number): void => {
    new Gauge({
      name,
      help,
      labelNames: ['lane'],
      registers: [registry],
      collect() {
        for (const lane of lanes) this.set({ lane }, read(lane));
      },
    });
  };
  gauge('linchpin_operations_in_flight', 'Operations being answered, by lane', (lane) => turns.count(lane).inFlight);
  gauge('linchpin_operations_waiting', 'Operations waiting for their turn, by lane', (lane) => turns.count(lane).waiting);
}
