import { accept, makeType, refuse } from './makeType.ts';

/** How many in each hour of a day: 24 whole numbers from midnight on, with commas. */
export const hourCounts = makeType({
  name: 'hourCounts',
  clean: (raw) => {
    const counts = raw
      .trim()
      .replaceAll(/^\[|\]$/g, '')
      .split(/\s*[,; ]\s*/)
      .map((part) => (/^\d{1,9}$/.test(part) ? Number(part) : NaN));
    return counts.length === 24 && !counts.some(Number.isNaN)
      ? accept(counts.join(','))
      : refuse('The counts by hour are not 24 numbers', '24 whole numbers from midnight on, with commas');
  },
});
