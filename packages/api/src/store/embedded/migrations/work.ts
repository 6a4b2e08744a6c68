/** Everything that is not evidence, in the same file: one thing to back up. */
export const workMigrations: readonly string[] = [
  `
  CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE directory(sort TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY(sort, id)) WITHOUT ROWID;
  CREATE TABLE notice(
    holder TEXT NOT NULL, day TEXT NOT NULL, reference TEXT NOT NULL, asker TEXT NOT NULL, at INT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY(holder, day, reference, asker)) WITHOUT ROWID;
  CREATE INDEX notice_at ON notice(holder, at DESC, reference);
  `,
];
