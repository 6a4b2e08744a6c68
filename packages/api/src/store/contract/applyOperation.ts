import { LinchpinError } from '../../model/errors.ts';
import type { GraphStore } from '../ports/graphStore.ts';
import type { Operation } from './generateWorld.ts';

/** Writes what a generated world says. What a store refuses changes nothing. */
export async function applyOperation(store: GraphStore, operation: Operation): Promise<void> {
  try {
    if (operation.write === 'addReports') await store.addReports(operation.reports);
    else if (operation.write === 'retractReport') await store.retractReport(operation.retraction);
    else await store.recluster(operation.recordIds, operation.entityId);
  } catch (error) {
    if (!(error instanceof LinchpinError)) throw error;
  }
}
