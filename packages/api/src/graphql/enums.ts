import { registerEnumType } from 'type-graphql';
import { credibilities, reliabilities, reportKinds } from '../model/prepared.ts';

function words<W extends string>(list: readonly W[]): { readonly [K in W]: K } {
  return Object.fromEntries(list.map((word) => [word, word])) as { readonly [K in W]: K };
}

export const DirectionEnum = words(['OUT', 'IN', 'NONE']);
export const ExpandOrderEnum = words(['NEWEST', 'STRONGEST', 'CAPTION', 'OTHER_AGENCIES']);
export const OverlapOrderEnum = words(['STRENGTH', 'NEWEST']);
export const ReportKindEnum = words(reportKinds);
export const ReliabilityEnum = words(reliabilities);
export const CredibilityEnum = words(credibilities);
export const OutsideAudienceEnum = words(['POINTER', 'SEALED']);
export const RoleEnum = words(['INVESTIGATOR', 'SUPERVISOR', 'INTAKE', 'AUDITOR', 'ADMIN', 'PARTNER']);
export const PrecisionEnum = words(['YEAR', 'MONTH', 'DAY', 'HOUR', 'MINUTE', 'SECOND']);

registerEnumType(DirectionEnum, {
  name: 'Direction',
  description: 'Direction of a link as seen from the entity asked about. Symmetric kinds have NONE.',
});
registerEnumType(ExpandOrderEnum, {
  name: 'ExpandOrder',
  description:
    'NEWEST: last seen first. STRONGEST: most links, then most reports. CAPTION: by name. OTHER_AGENCIES: most agencies other than your own. Ties by id.',
});
registerEnumType(OverlapOrderEnum, { name: 'OverlapOrder', description: 'STRENGTH: strongest first. NEWEST: last seen first.' });
registerEnumType(ReportKindEnum, { name: 'ReportKind', description: 'What sort of submission a report is.' });
registerEnumType(ReliabilityEnum, {
  name: 'Reliability',
  description: 'Reliability of the source (Admiralty): A completely reliable to E unreliable, F cannot be judged.',
});
registerEnumType(CredibilityEnum, {
  name: 'Credibility',
  description: 'Credibility of the information (Admiralty): ONE confirmed to FIVE improbable, SIX cannot be judged.',
});
registerEnumType(OutsideAudienceEnum, {
  name: 'OutsideAudience',
  description:
    'POINTER: others learn that a record exists, who holds it and whom to call. SEALED: others learn nothing, and the holder learns that somebody met it.',
});
registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'What a viewer may do. What a viewer may see is decided by agency and groups.',
});
registerEnumType(PrecisionEnum, { name: 'Precision', description: 'How exactly a report gave a time.' });
