/** Which kinds of link join two kinds, in this direction. More than one: any of them. */
export const joins: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'PERSON PHONE': ['USES'],
    'PERSON EMAIL': ['USES'],
    'PERSON ONLINE_ACCOUNT': ['USES'],
    'ORGANIZATION PHONE': ['USES'],
    'ORGANIZATION EMAIL': ['USES'],
    'PERSON FINANCIAL_ACCOUNT': ['HOLDS'],
    'PERSON VEHICLE': ['HOLDS', 'DROVE', 'DROVE'],
    'PERSON ADDRESS': ['RESIDES_AT'],
    'PERSON STAY': ['GUEST_OF', 'GUEST_OF', 'BOOKED'],
    'PHONE STAY': ['BOOKED', 'PRESENT_AT'],
    'EMAIL STAY': ['BOOKED'],
    'FINANCIAL_ACCOUNT STAY': ['PAID_FOR'],
    'PAYMENT STAY': ['PAID_FOR'],
    'PAYMENT AD': ['PAID_FOR'],
    'VEHICLE STAY': ['PRESENT_AT'],
    'VEHICLE SIGHTING': ['PRESENT_AT'],
    'STAY LODGING': ['AT'],
    'LODGING ADDRESS': ['AT'],
    'AD ADDRESS': ['AT'],
    'SIGHTING ADDRESS': ['AT'],
    'PAYMENT ADDRESS': ['AT'],
    'CASE ADDRESS': ['AT'],
    'PAYMENT FINANCIAL_ACCOUNT': ['PAID_FROM', 'PAID_TO'],
    'PAYMENT PERSON': ['PAID_FROM', 'PAID_TO'],
    'PAYMENT LODGING': ['PAID_TO'],
    'AD PHONE': ['ADVERTISES'],
    'AD EMAIL': ['ADVERTISES'],
    'AD IMAGE': ['ADVERTISES'],
    'AD PERSON': ['DEPICTS'],
    'PHONE PHONE': ['CALLED', 'CALLED', 'CALLED', 'MESSAGED'],
    'EMAIL EMAIL': ['MESSAGED'],
    'PERSON PERSON': ['KNOWS', 'KNOWS', 'KIN', 'PARTNER', 'TRAVELLED_WITH', 'RECRUITED', 'CONTROLS'],
    'ORGANIZATION PERSON': ['EMPLOYS'],
    'PERSON CASE': ['INVOLVED_IN'],
    'PHONE CASE': ['INVOLVED_IN'],
    'VEHICLE CASE': ['INVOLVED_IN'],
    'OBJECT CASE': ['INVOLVED_IN'],
    'OBJECT PERSON': ['ASSOCIATED_WITH'],
  }),
);

/** The fallback, for kinds that nothing else joins. A stay and a sighting are keyed by what they are linked to: it leaves their keys alone. */
export const fallback = 'ASSOCIATED_WITH';
/** Told by the day, so that a report has several of them between the same two. */
export const byDay: ReadonlySet<string> = new Set(['CALLED', 'MESSAGED']);
