import {
  appAccount,
  email,
  financialAccount,
  legalCase,
  object,
  onlineAccount,
  organization,
  person,
  phone,
  plate,
  prepaidCard,
} from './things.ts';
import type { Said, Thing } from './reportDraft.ts';

/** A person whom the task force knows by a number of its own, so that what its agencies share of them is one entity. */
const known = (number: string, said: Said): Thing => person({ ...said, identityNumber: `GULF-TF/person/${number}` });

export const dorian = known('2114', {
  name: 'Dorian Pell',
  alias: ['Dre', 'D. Pellman'],
  dateOfBirth: '1987-03-11',
  sex: 'male',
});
export const lena = known('2115', { name: 'Lena Castillane', dateOfBirth: '1990-08-02', sex: 'female' });
export const tasha = known('2116', { name: 'Tasha Quillan', dateOfBirth: '1994-11-23', sex: 'female' });
export const rudy = known('2117', { name: 'Rudy Anselm', dateOfBirth: '1982-05-30', sex: 'male' });
export const gale = known('2118', { name: 'Gale Hartwick', dateOfBirth: '1979-01-17', sex: 'female' });
/** The controller: never calls the main phone, never sleeps in the rooms; the money ends with him. */
export const emory = known('2131', { name: 'Emory Stroud', dateOfBirth: '1971-09-05', sex: 'male' });

export const brielle = known('2140', { name: 'Brielle Sandoz', dateOfBirth: '2001-04-19', sex: 'female' });
export const amaya = known('2141', { name: 'Amaya Kerrigan', dateOfBirth: '2003-12-07', sex: 'female' });
export const jolie = known('2142', { name: 'Jolie Verret', dateOfBirth: '2000-06-28', sex: 'female' });
export const kaya = known('2143', { name: 'Kaya Merritt', dateOfBirth: '2009-07-14', sex: 'female', minor: 'true' });

export const mainPhone = phone('(504) 555-0142');
/** As the ads write it. */
export const hiddenMainPhone = phone('five0four 555 zero1four2');
export const burners = {
  batonRouge: phone('(225) 555-0134'),
  newOrleans: phone('(504) 555-0119'),
  mobile: phone('(251) 555-0108'),
  pensacola: phone('(850) 555-0163'),
  houston: phone('(713) 555-0190'),
} as const;
export const tashaPhone = phone('(985) 555-0171');
export const rudyPhone = phone('(504) 555-0177');
export const galePhone = phone('(251) 555-0166');
export const emoryPhone = phone('(228) 555-0187');
export const briellePhone = phone('(504) 555-0156');
export const kayaPhone = phone('(985) 555-0128');

const reserved =
  '5045550142 2255550134 5045550119 2515550108 8505550163 7135550190 9855550171 5045550177 2515550199 2285550160 ' +
  '2515550114 2515550166 2285550187 5045550156 9855550128 5045550100 5045550111 5045550101 2285550101 2515550101 ' +
  '8505550150 8505550151 7135550101 5045550102 9855550101';

/** Numbers that the story needs: noise never draws them. */
export const reservedNumbers: ReadonlySet<string> = new Set(reserved.split(' '));

export const van = plate('482 KTR', 'LA', { make: 'Dodge', model: 'Grand Caravan', colour: 'dark blue', year: '2014' });
export const sedan = plate('2B81F04', 'AL', { make: 'Nissan', model: 'Altima', colour: 'silver', year: '2019' });

export const tashaAccount = onlineAccount('pictogram', 'tq_nola');
export const roomsEmail = email('dp.rooms@example.net');
export const talentEmail = email('casting@pellmar-talent.example');
export const lenaApp = appAccount('lc_tx');
export const galeApp = appAccount('galeh.pays');
export const roomCards = [prepaidCard('7731'), prepaidCard('4402'), prepaidCard('9018')] as const;
export const talentBank = financialAccount({
  scheme: 'bank',
  bank: 'First Cypress Bank',
  routing: '500000005',
  accountNumber: '00314170926',
});
export const talent = organization({ name: 'Pellmar Talent LLC', registryNumber: '44817K', jurisdiction: 'US-LA' });

export const ringCase = legalCase({
  number: 'GTF-2026-0114',
  agency: 'GULF-TF-CELL',
  title: 'Carnival circuit',
  crimeTypes: 'trafficking in persons',
  status: 'open',
});
export const ledger = object({ kindOf: 'document', description: 'Notebook with room numbers and amounts' });
