export type SheetSize = 'peek' | 'half' | 'full';

const next: Record<SheetSize, SheetSize> = { peek: 'half', half: 'full', full: 'peek' };
const words: Record<SheetSize, string> = { peek: 'Show half', half: 'Show all', full: 'Show less' };

/** On small screens the details are a sheet; its handle makes it larger, then small again. */
export function SheetHandle({ size, onSize }: { size: SheetSize; onSize(size: SheetSize): void }) {
  return <button type="button" className="sheet-handle" aria-label={words[size]} onClick={() => onSize(next[size])} />;
}
