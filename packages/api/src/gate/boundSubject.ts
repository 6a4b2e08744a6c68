import { mentionsCardNumber } from '../model/cardNumbers.ts';
import { limits } from '../model/paging.ts';
import type { Subject } from './useCase.ts';

const longestText = 300;
/** Beyond the longest text, so that a card number cut in two is seen. */
const cardReach = 40;

/** The subject as the audit log keeps it: whoever asks for too much, or is nobody, does not fill the disk with it. */
export function boundSubject(subject: Subject): Subject {
  return Object.fromEntries(Object.entries(subject).map(([name, value]) => [name, bound(value)]));
}

function bound(value: unknown): unknown {
  if (typeof value === 'string') return boundNote(value);
  if (!Array.isArray(value)) return value;
  const kept = value.slice(0, limits.amongIds).map(bound);
  return value.length > kept.length ? [...kept, `and ${value.length - kept.length} more`] : kept;
}

/** Text as the audit log keeps it: no longer than of use, and never with a full card number, wherever somebody typed one. */
export function boundNote(text: string): string {
  if (mentionsCardNumber(text.slice(0, longestText + cardReach))) return '[card number]';
  return text.length > longestText ? `${text.slice(0, longestText)}...` : text;
}
