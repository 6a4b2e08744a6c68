/**
 * The evidence file, by version. Internal integers carry meaning (docs/adr/0001): entity e = seq * 64 + kind,
 * record and link = report << 20 | ordinal, so that all of one report is one range of keys.
 * `o` is an origin: (agency, audience), which answers both "may I see it" and "who said it".
 */
export const evidenceMigrations: readonly string[] = [
  `
  CREATE TABLE kind(k INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE link_kind(k INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE origin(o INTEGER PRIMARY KEY, agency TEXT NOT NULL, audience TEXT NOT NULL, UNIQUE(agency, audience));
  CREATE TABLE report(
    r INTEGER PRIMARY KEY, seed TEXT NOT NULL UNIQUE, number TEXT NOT NULL UNIQUE, o INT NOT NULL,
    rule INT NOT NULL /* 1 sealed, 2 protects everywhere */, kind TEXT NOT NULL, received INT NOT NULL, occurred INT,
    time INT NOT NULL /* occurred ?? received */, weak INT NOT NULL, retracted INT NOT NULL DEFAULT 0,
    idem TEXT, body_hash TEXT, body TEXT NOT NULL);
  CREATE UNIQUE INDEX report_idem ON report(idem) WHERE idem IS NOT NULL;
  CREATE INDEX report_time ON report(time DESC, number);
  CREATE TABLE entity(
    e INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, nkey TEXT /* keyed digest: an entity outlives its records, its number must not */, redirect INT,
    guard INT NOT NULL DEFAULT 0 /* may be protected, or linked so that it would tell of one who may be */);
  CREATE UNIQUE INDEX entity_key ON entity(nkey) WHERE nkey IS NOT NULL;
  CREATE TABLE record(
    rec INTEGER PRIMARY KEY, e INT NOT NULL, o INT NOT NULL, caption TEXT, generic INT NOT NULL, minor INT NOT NULL,
    adult INT, words TEXT NOT NULL, keys TEXT NOT NULL, props TEXT NOT NULL);
  CREATE INDEX record_e ON record(e, o);
  CREATE INDEX record_generic ON record(e, o) WHERE generic = 1;
  CREATE TABLE record_key(key TEXT NOT NULL, rec INT NOT NULL, PRIMARY KEY(key, rec)) WITHOUT ROWID;
  CREATE TABLE link(
    l INTEGER PRIMARY KEY, k INT NOT NULL, src INT NOT NULL, dst INT NOT NULL, o INT NOT NULL,
    sr INT NOT NULL, dr INT NOT NULL, start INT, match_end INT, time INT, protecting INT NOT NULL, body TEXT NOT NULL);
  CREATE INDEX link_pair ON link(src, dst, k);
  CREATE TABLE adj(
    e INT NOT NULL, other INT NOT NULL, ld INT NOT NULL /* link kind * 4 + direction */, o INT NOT NULL,
    links INT NOT NULL, reports INT NOT NULL, sure INT NOT NULL, first INT, last INT,
    PRIMARY KEY(e, other, ld, o)) WITHOUT ROWID;
  CREATE TABLE holding(
    hk INTEGER PRIMARY KEY /* e * 65536 + o */, records INT NOT NULL, reports INT NOT NULL, received INT NOT NULL /* earliest */,
    first INT, last INT, words TEXT NOT NULL);
  CREATE TABLE protect(
    e INT NOT NULL, o INT NOT NULL, rule INT NOT NULL, marked INT NOT NULL, adult INT, earliest INT,
    PRIMARY KEY(e, o, rule)) WITHOUT ROWID;
  CREATE TABLE shared(
    e INTEGER PRIMARY KEY /* entities held by two agencies or more */, agencies INT NOT NULL, cases INT NOT NULL /* at most */,
    last INT, bound REAL NOT NULL /* no scope's overlap strength is above it (read/overlaps.ts) */);
  CREATE INDEX shared_bound ON shared(bound DESC, last);
  CREATE INDEX shared_last ON shared(last DESC);
  CREATE VIRTUAL TABLE fts USING fts5(words, content='holding', content_rowid='hk', detail=none, columnsize=0, prefix='3', tokenize='ascii');
  CREATE TABLE term(word TEXT PRIMARY KEY /* every word of the search documents */) WITHOUT ROWID;
  CREATE TABLE change(seq INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, report TEXT, entities TEXT NOT NULL);
  `,
  /*
   * Hubs: entities of many rows or records, which readers keep in memory. Each write that touches one gives it, and the
   * rows it touched, the number of the write (`version`), so that a reader reads what is new only; `epoch` grows when a
   * row went away or shrank, and the reader starts anew.
   */
  `
  CREATE TABLE hub(e INTEGER PRIMARY KEY, version INT NOT NULL, epoch INT NOT NULL);
  ALTER TABLE adj ADD COLUMN version INT NOT NULL DEFAULT 0 /* of hubs only */;
  INSERT INTO hub(e, version, epoch)
    SELECT e, 1, 0 FROM (SELECT e FROM adj GROUP BY e HAVING count(*) > 256 UNION SELECT e FROM record GROUP BY e HAVING count(*) > 256);
  UPDATE adj SET version = 1 WHERE e IN (SELECT e FROM hub);
  CREATE INDEX adj_fresh ON adj(e, version) WHERE version > 0;
  `,
  /* Work that was begun and must be finished before anything is answered (docs/adr/0011). */
  'CREATE TABLE unfinished(work TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;',
  /* Lists of reports for viewers who see few of them. */
  'CREATE INDEX report_origin ON report(o, time DESC, number, kind) WHERE retracted = 0;',
];
