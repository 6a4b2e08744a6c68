import type { PreparedProperty } from '../../../model/prepared.ts';
import type { LinkView, RecordPropertyView, RecordView } from '../../../model/views.ts';
import { ordinalBits } from '../interning.ts';
import type { SqlValue } from '../sqlite.ts';
import { readLinkBody, readProperties, type WrittenProperty } from '../writtenForm.ts';
import { seen } from './seen.ts';
import type { Sight } from './sight.ts';

type LinkCells = readonly [number, number, number, number, number | null, string, string, string];

/** Visible links by a condition over `link` and `report` (parameters from `?2` on), telling ones left out, in the order of their reports. */
export function linkViews(sight: Sight, condition: string, parameters: readonly SqlValue[], tail = 'ORDER BY l'): LinkView[] {
  const all = sight.at.db.all<LinkCells>(
    `SELECT l, link.k, src, dst, link.time, link.body, seed, number FROM link JOIN report ON report.r = l / ${ordinalBits}
     WHERE ${condition} AND ${seen('link.o')} ${tail}`,
    [sight.bytes, ...parameters],
  );
  sight.know(all.flatMap(([, , src, dst]) => [src, dst]));
  sight.learnProtection([...new Set(all.flatMap(([, , src, dst]) => [src, dst]))]);
  return all.filter(([, k, src, dst]) => !sight.isHidden(k, src, dst)).map((cells) => linkView(sight, cells));
}

function linkView(sight: Sight, [l, k, src, dst, time, body, seed, number]: LinkCells): LinkView {
  const { start, end, properties } = readLinkBody(body);
  const isOfProtected = sight.isProtected(src) || sight.isProtected(dst);
  return {
    id: sight.at.ids.part('link', seed, l % ordinalBits),
    kind: sight.at.interning.linkKindName(k),
    from: sight.idOf(src),
    to: sight.idOf(dst),
    start,
    end,
    time,
    properties: isOfProtected ? [] : properties.map(propertyView),
    reportNumber: number,
  };
}

type RecordCells = readonly [number, number, string, string, string, number];

/** Visible records by a condition over `record` and `report` (parameters from `?2` on), with when their reports were received. */
export function recordViews(
  sight: Sight,
  condition: string,
  parameters: readonly SqlValue[],
  tail = 'ORDER BY rec',
): { readonly record: RecordView; readonly receivedAt: number; readonly ordinal: number }[] {
  const all = sight.at.db.all<RecordCells>(
    `SELECT rec, e, props, seed, number, received FROM record JOIN report ON report.r = rec / ${ordinalBits}
     WHERE ${condition} AND ${seen('record.o')} ${tail}`,
    [sight.bytes, ...parameters],
  );
  sight.learnProtection([...new Set(all.map(([, e]) => e))]);
  return all.map(([rec, e, props, seed, number, receivedAt]) => ({
    receivedAt,
    ordinal: rec % ordinalBits,
    record: {
      id: sight.at.ids.part('record', seed, rec % ordinalBits),
      entityId: sight.idOf(e),
      reportNumber: number,
      properties: sight.isProtected(e) ? [] : readProperties(JSON.parse(props) as WrittenProperty[]).map(propertyView),
    },
  }));
}

function propertyView({ name, given, values }: PreparedProperty): RecordPropertyView {
  return { name, given, values: values.map(({ value }) => value) };
}
