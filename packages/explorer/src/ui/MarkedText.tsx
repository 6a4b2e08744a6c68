import { markMatch } from './markMatch.ts';

/** A caption with the part that matched underlined. */
export function MarkedText({ text, typed }: { text: string; typed: string }) {
  return markMatch(text, typed).map((segment, index) =>
    segment.isMatch ? <mark key={index}>{segment.text}</mark> : segment.text,
  );
}
