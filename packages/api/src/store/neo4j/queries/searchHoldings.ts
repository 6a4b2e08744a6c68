import { visible } from './visible.ts';

/** Search documents in scope that the index proposes; which of them match, and how well, is decided outside. */
export const searchHoldings = `
  CALL db.index.fulltext.queryNodes('holding_words', $text) YIELD node AS holding
  WHERE ${visible('holding')} AND ($agencies IS NULL OR holding.agency IN $agencies)
  RETURN holding.id AS document, holding.entity AS id, holding.kind AS kind, holding.words AS words`;
