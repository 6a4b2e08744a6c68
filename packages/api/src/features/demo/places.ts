import { address, lodging, phone } from './things.ts';
import type { Said, Thing } from './reportDraft.ts';

/** A lodging with its address and the agency that has its registry. */
export interface Place {
  readonly lodging: Thing;
  readonly address: Thing;
  readonly city: string;
  readonly region: string;
  readonly agency: string;
}

function place(
  name: string,
  propertyCode: string,
  where: Said & { readonly street: string; readonly city: string; readonly region: string },
  agency: string,
): Place {
  return {
    lodging: lodging({ name, brand: name, propertyCode }),
    address: address({ ...where, country: 'US' }),
    city: where.city,
    region: where.region,
    agency,
  };
}

const near = (latitude: string, longitude: string): Said => ({ latitude, longitude });

export const sugarMill = place(
  'Sugar Mill Motor Lodge',
  'SM-01',
  { street: '9120 Cane Row Hwy', city: 'Baton Rouge', region: 'LA', postcode: '70815', ...near('30.4581', '-91.0702') },
  'BAYOU-SO',
);
export const marlowBend = place(
  'Marlow Bend Motel',
  'MB-01',
  { street: '3307 Marlow Bend Rd', city: 'Metairie', region: 'LA', postcode: '70002', ...near('30.0032', '-90.1609') },
  'BAYOU-SO',
);
export const crescentLantern = place(
  'Crescent Lantern Inn',
  'CL-02',
  { street: '618 Lantern Row', city: 'New Orleans', region: 'LA', postcode: '70119', ...near('29.9712', '-90.0904') },
  'BAYOU-SO',
);
export const quarryLake = place(
  'Quarry Lake Lodge',
  'QL-04',
  { street: '4410 Quarry Lake Dr', city: 'Mobile', region: 'AL', postcode: '36609', ...near('30.6604', '-88.1587') },
  'GULF-PD',
);
export const ternPoint = place(
  'Tern Point Inn',
  'TP-01',
  { street: '77 Tern Point Blvd', city: 'Pensacola', region: 'FL', postcode: '32507', ...near('30.3985', '-87.2859') },
  'TERN-PD',
);
export const bayline = place(
  'Bayline Court',
  'BC-07',
  { street: '11950 Bayline Fwy', city: 'Houston', region: 'TX', postcode: '77034', ...near('29.6262', '-95.2201') },
  'COAST-HP',
);

export const magnoliaExchange = place(
  'Magnolia Exchange Hotel',
  'MX-01',
  { street: '400 Exchange Plaza', city: 'New Orleans', region: 'LA', postcode: '70130', ...near('29.9484', '-90.0680') },
  'BAYOU-SO',
);
export const longleafPlaza = place(
  'Longleaf Truck Plaza Motel',
  'LP-03',
  { street: '1700 Longleaf Frontage Rd', city: 'Gulfport', region: 'MS', postcode: '39503', ...near('30.4302', '-89.0928') },
  'PINE-SO',
);
export const sandpiper = place(
  'Sandpiper Family Resort',
  'SF-01',
  { street: '220 Sandpiper Way', city: 'Orange Beach', region: 'AL', postcode: '36561', ...near('30.2944', '-87.5736') },
  'GULF-PD',
);
export const starPrairie = place(
  'Star Prairie Suites',
  'SP-11',
  { street: '8600 Prairie Gate Dr', city: 'Houston', region: 'TX', postcode: '77040', ...near('29.8741', '-95.5231') },
  'COAST-HP',
);

/** The desk through which half of Metairie books: everybody's number, so nobody's. */
export const frontDesk = phone('(504) 555-0100', { generic: 'true' });
/** A ride dispatcher: no report says that it is generic, its neighbours do. */
export const dispatcher = phone('(504) 555-0111');
