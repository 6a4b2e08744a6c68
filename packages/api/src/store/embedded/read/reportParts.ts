import { cutPage } from '../../../model/positions.ts';
import type { LinkView, Page, PageRequest, RecordView } from '../../../model/views.ts';
import type { PartView } from '../../ports/graphStore.ts';
import { ordinalBits } from '../interning.ts';
import { linkViews, recordViews } from './linkViews.ts';
import { reportsByNumber } from './reportViews.ts';
import { seen } from './seen.ts';
import type { Sight } from './sight.ts';

export function reportRecords(sight: Sight, number: string, request: PageRequest): Page<RecordView> {
  const all = recordViews(sight, 'report.number = ?2 AND record.rec BETWEEN r * 1048576 AND r * 1048576 + 1048575', [number]);
  const page = cutPage(all, ['up'], { ...request, positionOf: ({ ordinal }) => [ordinal] });
  return { ...page, items: page.items.map(({ item, position }) => ({ item: item.record, position })) };
}

export function reportLinks(sight: Sight, number: string, request: PageRequest): Page<LinkView> {
  const all = linkViews(sight, 'report.number = ?2 AND l BETWEEN r * 1048576 AND r * 1048576 + 1048575', [number]);
  const places = new Map(all.map((link) => [link.id, sight.at.ids.readPart(link.id)!.ordinal]));
  return cutPage(all, ['up'], { ...request, positionOf: (link) => [places.get(link.id)!] });
}

/** Any report, record or link by its public id. */
export function part(sight: Sight, id: string): PartView | null {
  const address = sight.at.ids.readPart(id);
  if (!address) return null;
  const found = sight.at.db.get<[number, string]>(`SELECT r, number FROM report WHERE seed = ?2 AND ${seen('o')}`, [
    sight.bytes,
    address.seed,
  ]);
  if (!found) return null;
  const [r, number] = found;
  if (address.part === 'report') {
    const report = address.ordinal === 0 ? reportsByNumber(sight, [number])[0] : null;
    return report ? { part: 'report', report } : null;
  }
  if (address.ordinal >= ordinalBits) return null;
  const key = r * ordinalBits + address.ordinal;
  if (address.part === 'record') {
    const [record] = recordViews(sight, 'record.rec = ?2', [key]);
    return record ? { part: 'record', record: record.record } : null;
  }
  const [link] = linkViews(sight, 'link.l = ?2', [key]);
  return link ? { part: 'link', link } : null;
}
