import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { countHandles, readMemory } from '../processes/readMemory.ts';
import type { ServerProcess } from '../processes/serverProcess.ts';

/** How a server stands at one moment. */
export interface Point {
  readonly seconds: number;
  /** Megabytes. */
  readonly resident: number;
  readonly heap: number;
  /** Milliseconds, 99 of 100 turns of the event loop. */
  readonly loopDelay: number;
  /** Megabytes. */
  readonly journal: number;
  readonly handles: number;
}

export const curveHead = 'seconds | RSS MB | heap MB | loop delay p99 ms | journal MB | open handles';

export function showPoint({ seconds, resident, heap, loopDelay, journal, handles }: Point): string {
  return [seconds, resident, heap, loopDelay, journal.toFixed(1), handles].join(' | ');
}

export async function takePoint(server: ServerProcess, data: string, begun: number): Promise<Point> {
  const metrics = await fetch(`${server.address}/metrics`).then((response) => response.text());
  const read = (name: string): number => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(metrics)?.[1] ?? NaN);
  const journal = join(data, 'linchpin.db-wal');
  return {
    seconds: Math.round((Date.now() - begun) / 1_000),
    resident: readMemory(server.child.pid!),
    heap: Math.round(read('nodejs_heap_size_used_bytes') / 2 ** 20),
    loopDelay: Math.round(read('nodejs_eventloop_lag_p99_seconds') * 1_000),
    journal: existsSync(journal) ? statSync(journal).size / 2 ** 20 : 0,
    handles: countHandles(server.child.pid!),
  };
}

/** How much a value grows per hour over the second half of a curve: the slope of the line that fits best. */
export function growthPerHour(points: readonly Point[], value: (point: Point) => number): number {
  const half = points.slice(Math.floor(points.length / 2));
  const mean = (of: (point: Point) => number): number => half.reduce((sum, point) => sum + of(point), 0) / half.length;
  const [meanSeconds, meanValue] = [mean(({ seconds }) => seconds), mean(value)];
  const over = half.reduce((sum, point) => sum + (point.seconds - meanSeconds) * (value(point) - meanValue), 0);
  const under = half.reduce((sum, { seconds }) => sum + (seconds - meanSeconds) ** 2, 0);
  return under === 0 ? 0 : (over / under) * 3_600;
}
