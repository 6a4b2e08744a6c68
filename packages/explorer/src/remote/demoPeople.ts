/** The demo people, as the header `Linchpin-Demo-Viewer` names them. */
export interface DemoPerson {
  readonly viewer: string;
  readonly name: string;
  readonly place: string;
  /** Whether they may read evidence at all. */
  readonly readsEvidence: boolean;
}

export const demoPeople: readonly DemoPerson[] = [
  { viewer: 'investigator1', name: 'Investigator 1', place: 'BAYOU-SO', readsEvidence: true },
  { viewer: 'investigator2', name: 'Investigator 2', place: 'GULF-PD', readsEvidence: true },
  { viewer: 'supervisor', name: 'Supervisor', place: 'GULF-TF-CELL', readsEvidence: true },
  { viewer: 'intake', name: 'Intake', place: 'submits, sees own agency', readsEvidence: true },
  { viewer: 'auditor', name: 'Auditor', place: 'audit only', readsEvidence: false },
  { viewer: 'admin', name: 'Administrator', place: 'settings only', readsEvidence: false },
  { viewer: 'partner', name: 'Partner', place: 'no evidence', readsEvidence: false },
];
