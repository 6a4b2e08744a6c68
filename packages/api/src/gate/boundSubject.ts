import { limits } from '../model/paging.ts';
import type { Subject } from './useCase.ts';

const longestText = 300;

/** The subject as the audit log keeps it: whoever asks for too much, or is nobody, does not fill the disk with it. */
export function boundSubject(subject: Subject): Subject {
  return Object.fromEntries(Object.entries(subject).map(([name, value]) => [name, bound(value)]));
}

function bound(value: unknown): unknown {
  if (typeof value === 'string') return value.length > longestText ? `${value.slice(0, longestText)}...` : value;
  if (!Array.isArray(value)) return value;
  const kept = value.slice(0, limits.amongIds).map(bound);
  return value.length > kept.length ? [...kept, `and ${value.length - kept.length} more`] : kept;
}
