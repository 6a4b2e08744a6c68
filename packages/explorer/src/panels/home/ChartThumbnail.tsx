import type { Item } from '../../chart/chart.ts';
import type { BundleRecord } from '../../remote/records.ts';
import { useRecords } from '../../remote/useRecords.ts';
import { kindLook } from '../../ui/kindLooks.ts';

const width = 120;
const height = 72;
const margin = 8;

/** A chart at the size of a stamp: dots in the ink of their family. */
export function ChartThumbnail({ items, bundles }: { items: readonly Item[]; bundles: readonly BundleRecord[] }) {
  const entities = useRecords((state) => state.entities);
  const place = fit(items);
  const places = new Map(items.map((item) => [item.id, place(item)]));
  return (
    <svg className="thumbnail" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {bundles.map((bundle) => {
        const from = places.get(bundle.from);
        const to = places.get(bundle.to);
        return (
          from &&
          to && <path key={bundle.id} d={`M${from.x} ${from.y}L${to.x} ${to.y}`} stroke="var(--link-faint)" strokeWidth=".8" />
        );
      })}
      {items.map((item) => {
        const entity = entities.get(item.id);
        const family = entity ? kindLook(entity.kind).family : 'record';
        const isPerson = family === 'people';
        const fill = entity?.isGeneric ? 'var(--generic-ink)' : `var(--${family}-${isPerson ? 'fill' : 'ink'})`;
        const at = places.get(item.id)!;
        return <circle key={item.id} cx={at.x} cy={at.y} r={isPerson ? 3.4 : 2.6} fill={fill} />;
      })}
    </svg>
  );
}

/** Maps chart units into the stamp, keeping proportions. */
function fit(items: readonly Item[]): (item: Item) => { x: number; y: number } {
  const xs = items.map((item) => item.x);
  const ys = items.map((item) => item.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min((width - 2 * margin) / Math.max(right - left, 1), (height - 2 * margin) / Math.max(bottom - top, 1), 1);
  const round = (value: number) => Math.round(value * 10) / 10;
  return (item) => ({
    x: round(width / 2 + (item.x - (left + right) / 2) * scale),
    y: round(height / 2 + (item.y - (top + bottom) / 2) * scale),
  });
}
