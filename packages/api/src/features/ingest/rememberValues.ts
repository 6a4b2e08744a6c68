import type { PropertyType, Refusal } from '@linchpin/schema';
import type { PreparedValue } from '../../model/prepared.ts';
import type { Assumptions, RecordContext } from './recordContext.ts';

export interface CleanedValue {
  readonly ok: true;
  /** Shared by all records that say it. */
  readonly prepared: PreparedValue;
  /** What to keep as given, where the raw text is secret. */
  readonly given: string | undefined;
}

interface Remembered {
  readonly cleaned: CleanedValue | Refusal;
  readonly assumptions: Assumptions;
}

/** So many values of a type are remembered, twice over; longer ones are no numbers or names that come again. */
const most = 20_000;
const longest = 120;

/** What was worked out for the values seen last: a full half of them is forgotten when the other half is full. */
class Recent<T> {
  #new = new Map<string, T>();
  #old = new Map<string, T>();

  get(key: string): T | undefined {
    const found = this.#new.get(key);
    if (found !== undefined) return found;
    const before = this.#old.get(key);
    if (before !== undefined) this.set(key, before);
    return before;
  }

  set(key: string, value: T): void {
    if (this.#new.size >= most) [this.#old, this.#new] = [this.#new, new Map()];
    this.#new.set(key, value);
  }
}

const memories = new WeakMap<PropertyType, Recent<Remembered>>();

/**
 * Cleans a value and shows it. An import says the same numbers, places and days again and again: what a slow type made
 * of one is remembered with what it could assume, unless it looked at another property of the record.
 */
export function cleanValue(type: PropertyType, raw: string, context: RecordContext): CleanedValue | Refusal {
  if (!type.isSlow || raw.length > longest) return clean(type, raw, context);
  const recent = recentOf(type);
  const { assumptions } = context;
  const known = recent.get(raw);
  if (known && assumesSame(known.assumptions, assumptions)) return known.cleaned;
  context.hasLooked = false;
  const cleaned = clean(type, raw, context);
  if (!context.hasLooked) recent.set(raw, { cleaned, assumptions });
  return cleaned;
}

function clean(type: PropertyType, raw: string, context: RecordContext): CleanedValue | Refusal {
  const cleaned = type.clean(raw, context);
  if (!cleaned.ok) return cleaned;
  const { value, given, isUnverified = false } = cleaned;
  return { ok: true, prepared: { value, display: type.show(value), isUnverified }, given };
}

function assumesSame(a: Assumptions, b: Assumptions): boolean {
  return a === b || (a.timeZone === b.timeZone && a.country === b.country && a.areaCode === b.areaCode);
}

function recentOf(type: PropertyType): Recent<Remembered> {
  let recent = memories.get(type);
  if (!recent) memories.set(type, (recent = new Recent()));
  return recent;
}
