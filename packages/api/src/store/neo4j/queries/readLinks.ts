import { visible } from './visible.ts';

const ends = `MATCH (link)-[:FROM]->(:Record)-[:OF]->(from)
  MATCH (link)-[:TO]->(:Record)-[:OF]->(to)`;
const columns = `link.id AS id, link.kind AS kind, from.id AS from, from.kind AS fromKind, to.id AS to, to.kind AS toKind,
    link.time AS time, link.body AS body, link.number AS reportNumber, link.ordinal AS ordinal`;

/** One page of a bundle's links: newest time first, undated last, then id. */
export const pageBundleLinks = `
  MATCH (link:Link {bundle: $bundle}) USING INDEX SEEK link:Link(bundle) WHERE ${visible('link')} AND ($after IS NULL
    OR ($time IS NULL AND link.time IS NULL AND link.id > $after)
    OR ($time IS NOT NULL AND (link.time IS NULL OR link.time < $time OR (link.time = $time AND link.id > $after))))
  WITH link ORDER BY link.time IS NULL, link.time DESC, link.id LIMIT $limit
  ${ends}
  RETURN ${columns} ORDER BY link.time IS NULL, link.time DESC, link.id`;

export const countBundleLinks = `
  MATCH (link:Link {bundle: $bundle}) USING INDEX SEEK link:Link(bundle) WHERE ${visible('link')}
  RETURN count(link) AS total`;

/** Links of a report in their order. At most as many as a report may have. */
export const readReportLinks = `
  MATCH (report:Report {number: $number})<-[:IN]-(:Record)<-[:FROM]-(link:Link) USING INDEX SEEK report:Report(number) WHERE ${visible('link')}
  ${ends}
  RETURN ${columns} ORDER BY link.ordinal`;

export const readLinkById = `
  MATCH (link:Link {id: $id}) USING INDEX SEEK link:Link(id) WHERE ${visible('link')}
  ${ends}
  RETURN ${columns}`;
