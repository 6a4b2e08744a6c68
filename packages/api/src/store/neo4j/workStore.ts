import type { Directory, Notice, WorkStore } from '../ports/workStore.ts';
import type { Cypher } from './runCypher.ts';
import { claimSetting, putSetting, readSetting } from './queries/settings.ts';
import { putMembers, readMembers } from './queries/members.ts';
import { addNotices, readNotices } from './queries/notices.ts';

const sorts = ['agencies', 'groups', 'jurisdictions', 'users'] as const;

/** Settings, directory and notices as nodes beside the evidence: one database to secure and back up. */
export function neo4jWorkStore(cypher: Cypher, close: () => Promise<void>): WorkStore {
  return {
    setting: async (name) => (await cypher.read<{ value: string }>(readSetting, { name }))[0]?.value ?? null,
    claimSetting: (name, value) =>
      cypher.write(async (transaction) => (await transaction.run<{ value: string }>(claimSetting, { name, value }))[0]!.value),
    putSetting: async (name, value) => {
      await cypher.write((transaction) => transaction.run(putSetting, { name, value }));
    },
    directory: async () => {
      const members = await cypher.read<{ sort: string; body: string }>(readMembers);
      const of = <T>(sort: string): T[] => members.filter((row) => row.sort === sort).map(({ body }) => JSON.parse(body) as T);
      return { agencies: of('agencies'), groups: of('groups'), jurisdictions: of('jurisdictions'), users: of('users') };
    },
    putDirectory: async (directory) => {
      const rows = membersOf(directory);
      await cypher.write((transaction) => transaction.run(putMembers, { rows }));
    },
    addNotices: async (notices) => {
      const rows = notices.map((notice) => ({
        id: noticeId(notice),
        holder: notice.holder,
        reference: notice.reference,
        asker: notice.askedBy.user,
        at: notice.at,
        body: JSON.stringify(notice),
      }));
      await cypher.write((transaction) => transaction.run(addNotices, { rows }));
    },
    notices: async (holder, limit) => {
      const rows = await cypher.read<{ body: string }>(readNotices, { holder, limit });
      return rows.map(({ body }) => JSON.parse(body) as Notice);
    },
    close,
  };
}

function membersOf(directory: Partial<Directory>): { id: string; sort: string; member: string; body: string }[] {
  return sorts.flatMap((sort) =>
    (directory[sort] ?? []).map((member) => ({
      id: `${sort}/${member.id}`,
      sort,
      member: member.id,
      body: JSON.stringify(member),
    })),
  );
}

/** The same holder, reference and viewer on the same day is one notice. */
function noticeId({ holder, reference, askedBy, at }: Notice): string {
  return JSON.stringify([holder, new Date(at).toISOString().slice(0, 10), reference, askedBy.user]);
}
