import type { CleanContext, Cleaned, PropertyType } from '@linchpin/schema';

export interface CleanedValue {
  readonly cleaned: Cleaned;
  /** As people read it; '' for what was refused. */
  readonly display: string;
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

const cleanedBy = new WeakMap<PropertyType, Recent<CleanedValue>>();
const wordsBy = new WeakMap<PropertyType, Recent<readonly string[]>>();

/**
 * Cleans a value and shows it. An import says the same numbers, places and days again and again: what a type made of
 * one is remembered, unless it looked at another property of the record.
 */
export function cleanValue(type: PropertyType, raw: string, context: CleanContext): CleanedValue {
  if (raw.length > longest) return clean(type, raw, context);
  const recent = recentOf(cleanedBy, type);
  const key = `${raw}\n${context.country ?? ''}\n${context.areaCode ?? ''}\n${context.timeZone ?? ''}`;
  const known = recent.get(key);
  if (known) return known;
  let looked = false;
  const sibling = (name: string): string | undefined => {
    looked = true;
    return context.sibling?.(name);
  };
  const value = clean(type, raw, { ...context, sibling });
  if (!looked) recent.set(key, value);
  return value;
}

/** Words under which a canonical value is found. */
export function wordsOf(type: PropertyType, value: string): readonly string[] {
  if (value.length > longest) return type.words(value);
  const recent = recentOf(wordsBy, type);
  let words = recent.get(value);
  if (words === undefined) recent.set(value, (words = type.words(value)));
  return words;
}

function clean(type: PropertyType, raw: string, context: CleanContext): CleanedValue {
  const cleaned = type.clean(raw, context);
  return { cleaned, display: cleaned.ok ? type.show(cleaned.value) : '' };
}

function recentOf<T>(memory: WeakMap<PropertyType, Recent<T>>, type: PropertyType): Recent<T> {
  let recent = memory.get(type);
  if (!recent) memory.set(type, (recent = new Recent()));
  return recent;
}
