/** The audit log has a file of its own, so that a reader never waits behind an import. */
export const auditMigrations: readonly string[] = [
  `CREATE TABLE audit(seq INTEGER PRIMARY KEY, hash TEXT NOT NULL, body TEXT NOT NULL);`,
];
