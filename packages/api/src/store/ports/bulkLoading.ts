import type { AddOutcome } from './graphStore.ts';

/**
 * A report in the form in which one store writes it, made of a prepared one by the store's own code where there is time
 * for it. Only what everybody may read of it is named here.
 */
export interface PackedForm {
  readonly number: string;
  readonly origin: { readonly agency: string; readonly audience: string };
  readonly records: readonly { readonly kind: string; readonly proposedEntityId: string }[];
  readonly links: readonly unknown[];
}

/** What a store may offer to an import that has it for itself. */
export interface BulkLoading {
  /** From here on reports come in faster, and no read is answered right until `end`. False, and nothing changes, where the store holds reports. */
  begin(): Promise<boolean>;
  /** Derives what was left for the end; nothing when no load was begun. */
  end(): Promise<void>;
  /** `GraphStore.addReports` for reports that this store's code packed. */
  addPacked(reports: readonly PackedForm[]): Promise<readonly AddOutcome[]>;
}
