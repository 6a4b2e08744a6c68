import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** How the service does, never what it holds: no totals of the store, no names of people or clients. */
export interface Metrics {
  observeOperation(operation: string, milliseconds: number): void;
  countError(operation: string, code: string): void;
  countResponse(route: string, status: number): void;
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
  const errors = new Counter({
    name: 'linchpin_operation_errors_total',
    help: 'Answers with an error, by root field and code',
    labelNames: ['operation', 'code'],
    registers,
  });
  const responses = new Counter({
    name: 'linchpin_http_responses_total',
    help: 'HTTP responses, by route and status',
    labelNames: ['route', 'status'],
    registers,
  });
  return {
    observeOperation: (operation, milliseconds) => seconds.observe({ operation }, milliseconds / 1_000),
    countError: (operation, code) => errors.inc({ operation, code }),
    countResponse: (route, status) => responses.inc({ route, status }),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
