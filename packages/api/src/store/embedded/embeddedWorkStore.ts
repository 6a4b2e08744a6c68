import type { Directory, Notice, WorkStore } from '../ports/workStore.ts';
import type { Sqlite } from './sqlite.ts';

const sorts = ['agencies', 'groups', 'jurisdictions', 'users'] as const;

/** Settings, directory and notices, in tables beside the evidence. */
export function embeddedWorkStore(db: Sqlite): WorkStore {
  const setting = (name: string): string | null => db.value<string>('SELECT value FROM setting WHERE name = ?', [name]) ?? null;
  return {
    setting: async (name) => setting(name),
    async claimSetting(name, value) {
      db.run('INSERT INTO setting(name, value) VALUES (?, ?) ON CONFLICT DO NOTHING', [name, value]);
      return setting(name) ?? value;
    },
    async putSetting(name, value) {
      db.run('INSERT INTO setting(name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value', [name, value]);
    },
    directory: async () => readDirectory(db),
    async putDirectory(directory) {
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
    async addNotices(notices) {
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
    notices: async (holder, limit) =>
      db
        .all<[string]>('SELECT body FROM notice WHERE holder = ? ORDER BY at DESC, reference, asker LIMIT ?', [holder, limit])
        .map(([body]) => JSON.parse(body) as Notice),
    // The evidence store closes the connection that both share.
    close: async () => undefined,
  };
}

function readDirectory(db: Sqlite): Directory {
  const entries = <T>(sort: (typeof sorts)[number]): T[] =>
    db.all<[string]>('SELECT body FROM directory WHERE sort = ? ORDER BY id', [sort]).map(([body]) => JSON.parse(body) as T);
  return {
    agencies: entries('agencies'),
    groups: entries('groups'),
    jurisdictions: entries('jurisdictions'),
    users: entries('users'),
  };
}
