import type { RunContext } from '../../gate/useCase.ts';
import type { Encounter, PointerView } from '../../model/views.ts';
import type { Agency } from '../../store/ports/workStore.ts';

/** A pointer as it is answered: whom to call, and the reference to name. */
export interface Contact {
  readonly agency: string;
  readonly contact: string;
  readonly reference: string;
}

/** The record's own contact, else the agency's desk. */
export async function contactsOf(context: RunContext, pointers: readonly PointerView[]): Promise<Contact[]> {
  if (pointers.length === 0) return [];
  const desks = new Map((await context.directory()).agencies.map((agency: Agency) => [agency.id, agency.contact]));
  return pointers.map(({ agency, contact, entityId }) => ({
    agency,
    contact: contact ?? desks.get(agency) ?? 'Ask the agency',
    reference: context.ids.reference(agency, entityId),
  }));
}

/** Tells the holders that somebody met a record outside their sight. Never part of the answer. */
export async function tellHolders(context: RunContext, encounters: readonly Encounter[]): Promise<void> {
  if (encounters.length === 0) return;
  const { viewer, ids, work } = context;
  const at = context.now();
  await work.addNotices(
    encounters.map(({ holder, reportNumber, entityId, outsideAudience }) => ({
      holder,
      reportNumber,
      // A sealed holder's reference is one that nobody else is ever given.
      reference: ids.reference(outsideAudience === 'SEALED' ? `sealed ${holder}` : holder, entityId),
      askedBy: { user: viewer.id, agency: viewer.agency.id },
      at,
    })),
  );
}
