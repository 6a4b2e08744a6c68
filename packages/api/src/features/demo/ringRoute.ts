import { amaya, brielle, burners, dorian, gale, jolie, kaya, tasha } from './ringCast.ts';
import { bayline, crescentLantern, marlowBend, quarryLake, sugarMill, ternPoint, type Place } from './places.ts';
import type { Thing } from './reportDraft.ts';
import type { Sharing } from './reportHead.ts';
import { person } from './things.ts';

/** One halt of the circuit. */
export interface Halt {
  readonly place: Place;
  readonly checkIn: string;
  readonly checkOut: string;
  /** Who is said to sleep in which room. */
  readonly rooms: Readonly<Record<string, readonly Thing[]>>;
  /** The phone used beside the main one while there. */
  readonly burner: Thing;
  /** How the agency shares its registry. */
  readonly sharing: Sharing;
}

/** As a register alone knows them: no number, so nobody's record but this one's. Victims are named only where the task force shares. */
const guest = (name: string): Thing => person({ name });
const unknownWoman = person({ sex: 'female', ageRange: '20-25' });

/** Two months around Mardi Gras (17 February 2026): the same hands in five cities. */
export const route: readonly Halt[] = [
  {
    place: sugarMill,
    checkIn: '2026-01-05',
    checkOut: '2026-01-09',
    rooms: { '12': [dorian, brielle] },
    burner: burners.batonRouge,
    sharing: 'SHARED',
  },
  {
    place: marlowBend,
    checkIn: '2026-01-09',
    checkOut: '2026-01-12',
    rooms: { '118': [tasha, brielle] },
    burner: burners.newOrleans,
    sharing: 'SHARED',
  },
  {
    place: bayline,
    checkIn: '2026-01-19',
    checkOut: '2026-01-23',
    rooms: { '31': [guest('T. Quillan'), unknownWoman], '33': [guest('R. Anselm')] },
    burner: burners.houston,
    sharing: 'SEALED',
  },
  {
    place: quarryLake,
    checkIn: '2026-01-26',
    checkOut: '2026-01-30',
    rooms: { '204': [guest('G. Hartwick'), unknownWoman] },
    burner: burners.mobile,
    sharing: 'POINTER',
  },
  {
    place: sugarMill,
    checkIn: '2026-02-02',
    checkOut: '2026-02-05',
    rooms: { '12': [dorian, brielle], '14': [jolie] },
    burner: burners.batonRouge,
    sharing: 'SHARED',
  },
  {
    place: marlowBend,
    checkIn: '2026-02-11',
    checkOut: '2026-02-14',
    rooms: { '118': [dorian, brielle, amaya], '120': [tasha, kaya] },
    burner: burners.newOrleans,
    sharing: 'SHARED',
  },
  {
    place: crescentLantern,
    checkIn: '2026-02-14',
    checkOut: '2026-02-18',
    rooms: { '7': [tasha, amaya, jolie] },
    burner: burners.newOrleans,
    sharing: 'SHARED',
  },
  {
    place: quarryLake,
    checkIn: '2026-02-20',
    checkOut: '2026-02-22',
    rooms: { '204': [gale, amaya], '206': [dorian, brielle] },
    burner: burners.mobile,
    sharing: 'SHARED',
  },
  {
    place: ternPoint,
    checkIn: '2026-02-25',
    checkOut: '2026-02-27',
    rooms: { '9': [guest('T. Quillan'), unknownWoman] },
    burner: burners.pensacola,
    sharing: 'POINTER',
  },
  {
    place: bayline,
    checkIn: '2026-03-01',
    checkOut: '2026-03-04',
    rooms: { '31': [tasha, brielle] },
    burner: burners.houston,
    sharing: 'SHARED',
  },
];
