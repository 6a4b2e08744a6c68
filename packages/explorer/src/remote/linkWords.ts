import { linkKindInfo } from './vocabulary.ts';

/** How a link kind reads from one of its ends: "Called", "Called by". */
export function linkWords(linkKind: string, direction: 'OUT' | 'IN' | 'NONE'): string {
  const info = linkKindInfo(linkKind);
  const words = direction === 'IN' ? info?.reverseLabel : info?.label;
  const text = words ?? linkKind.toLowerCase().replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
