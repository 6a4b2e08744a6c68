import type { UseCase } from '../../../gate/useCase.ts';
import { LinchpinError } from '../../../model/errors.ts';
import { decideOrigin } from '../decideOrigin.ts';
import type { ImportRights } from './lines/prepareBlock.ts';

export type ImportAsked = Pick<ImportRights, 'agency' | 'audience'>;

/**
 * For which agencies and groups an import may bring reports in: said before hours of reading.
 * @throws LinchpinError INVALID for an agency that is not there, NOT_PERMITTED for an audience that is not its own
 */
export const readImportRights: UseCase<ImportAsked, ImportRights> = {
  name: 'readImportRights',
  kind: 'evidence write',
  permission: 'evidence:import',
  async run({ directory }, { agency, audience }) {
    const { agencies, groups } = await directory();
    const groupsOf = new Map(agencies.map(({ id }) => [id, [] as string[]]));
    for (const group of groups) for (const member of group.agencies) groupsOf.get(member)?.push(group.id);
    if (agency === null && audience !== null)
      throw new LinchpinError('INVALID', '--audience needs --agency: whose audience is it?');
    if (agency !== null) {
      const own = groupsOf.get(agency);
      if (!own) {
        const known = [...groupsOf.keys()].slice(0, 20).join(', ') || 'none yet';
        throw new LinchpinError('INVALID', `There is no agency ${agency} (known: ${known}${groupsOf.size > 20 ? ', ...' : ''})`);
      }
      decideOrigin({ kind: 'OTHER', agency, audience, records: [], links: [] }, { agency, groups: own });
    }
    return { groupsOf, agency, audience };
  },
  describe: ({ agency, audience }) => ({ agency, audience }),
  count: () => null,
};
