import type { Directory, Notice, WorkStore } from '../ports/workStore.ts';
import type { Sqlite } from './sqlite.ts';

const sorts = ['agencies', 'groups', 'jurisdictions', 'users'] as const;

type Answered<K extends keyof WorkStore> = {
  readonly [M in K]: (...asked: Parameters<WorkStore[M]>) => Awaited<ReturnType<WorkStore[M]>>;
};
export type WorkReads = Answered<'setting' | 'directory' | 'notices'>;
export type WorkWrites = Answered<'claimSetting' | 'putSetting' | 'putDirectory' | 'addNotices'>;

/** Settings, directory and notices, in tables beside the evidence, read and written in this thread. */
export function embeddedWorkStore(db: Sqlite): WorkStore {
  const reads = workReads(db);
  const writes = workWrites(db);
  return {
    setting: async (name) => reads.setting(name),
    directory: async () => reads.directory(),
    notices: async (holder, limit) => reads.notices(holder, limit),
    claimSetting: async (name, value) => writes.claimSetting(name, value),
    putSetting: async (name, value) => writes.putSetting(name, value),
    putDirectory: async (directory) => writes.putDirectory(directory),
    addNotices: async (notices) => writes.addNotices(notices),
    // The evidence store closes the connection that both share.
    close: async () => undefined,
  };
}

export function workReads(db: Sqlite): WorkReads {
  const entries = <T>(sort: (typeof sorts)[number]): T[] =>
    db.all<[string]>('SELECT body FROM directory WHERE sort = ? ORDER BY id', [sort]).map(([body]) => JSON.parse(body) as T);
  return {
    setting: (name) => db.value<string>('SELECT value FROM setting WHERE name = ?', [name]) ?? null,
    directory: () =>
      ({
        agencies: entries('agencies'),
        groups: entries('groups'),
        jurisdictions: entries('jurisdictions'),
        users: entries('users'),
      }) satisfies Directory,
    notices: (holder, limit) =>
      db
        .all<[string]>('SELECT body FROM notice WHERE holder = ? ORDER BY at DESC, reference, asker LIMIT ?', [holder, limit])
        .map(([body]) => JSON.parse(body) as Notice),
  };
}

export function workWrites(db: Sqlite): WorkWrites {
  return {
    claimSetting(name, value) {
      db.run('INSERT INTO setting(name, value) VALUES (?, ?) ON CONFLICT DO NOTHING', [name, value]);
      return workReads(db).setting(name) ?? value;
    },
    putSetting(name, value) {
      db.run('INSERT INTO setting(name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value', [name, value]);
    },
    putDirectory(directory) {
      db.transaction(() => {
        for (const sort of sorts)
          for (const entry of directory[sort] ?? [])
            db.run('INSERT INTO directory(sort, id, body) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET body = excluded.body', [
              sort,
              entry.id,
              JSON.stringify(entry),
            ]);
      });
    },
    addNotices(notices) {
      db.transaction(() => {
        for (const notice of notices)
          db.run('INSERT INTO notice(holder, day, reference, asker, at, body) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING', [
            notice.holder,
            new Date(notice.at).toISOString().slice(0, 10),
            notice.reference,
            notice.askedBy.user,
            notice.at,
            JSON.stringify(notice),
          ]);
      });
    },
  };
}
