import { ordinalBits } from '../interning.ts';
import type { HubState, Reading } from './context.ts';
import { readFlat } from './flat.ts';

/** All records of a hub, in every scope: number, origin and when its report was received. In the order of their numbers. */
export interface KeptRecords {
  readonly rec: readonly number[];
  readonly o: readonly number[];
  readonly received: readonly number[];
  readonly state: HubState;
}

const ofHub = `SELECT group_concat(rec || ',' || record.o || ',' || received)
  FROM record CROSS JOIN report ON report.r = rec / ${ordinalBits} WHERE e = ?1`;

/** Kept between reads while the hub is the same. */
export function hubRecords(at: Reading, e: number, state: HubState): KeptRecords {
  const known = at.records.get(e);
  const isSame = known?.state.epoch === state.epoch && known.state.version === state.version;
  const kept = known && isSame ? known : load(at, e, state);
  at.records.keep(e, kept, 500 + kept.rec.length * 24);
  return kept;
}

function load(at: Reading, e: number, state: HubState): KeptRecords {
  const cells = readFlat<number>(at.db, ofHub, [e]);
  const rows = Array.from({ length: cells.length / 3 }, (_, i) => i * 3).sort((a, b) => cells[a]! - cells[b]!);
  const column = (place: number): number[] => rows.map((row) => cells[row + place]!);
  return { rec: column(0), o: column(1), received: column(2), state };
}
