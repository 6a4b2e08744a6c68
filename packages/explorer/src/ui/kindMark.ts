import {
  AtSign,
  Banknote,
  BedDouble,
  Building2,
  Car,
  CircleDot,
  CreditCard,
  FileText,
  FolderOpen,
  type IconNode,
  Image,
  Landmark,
  Mail,
  MapPin,
  Megaphone,
  Moon,
  Package,
  Phone,
  ScanEye,
  User,
  Wallet,
} from 'lucide';

/** Marks of kinds: a shape for the family, a glyph for the kind. Plain data, so that DOM and canvas draw the same. */
export type Shape = 'circle' | 'square' | 'house' | 'hexagon' | 'octagon' | 'diamond' | 'sheet';
export type Family = 'people' | 'contact' | 'place' | 'travel' | 'money' | 'ad' | 'record';

const shapes: Record<Family, Shape> = {
  people: 'circle',
  contact: 'square',
  place: 'house',
  travel: 'hexagon',
  money: 'octagon',
  ad: 'diamond',
  record: 'sheet',
};

/** Outlines around 0,0 that fill a box of 35 x 35 with room for a stroke of 1.5. */
const paths: Record<Shape, string> = {
  circle: 'M-14.72,0A14.72,14.72 0 1,1 14.72,0A14.72,14.72 0 1,1 -14.72,0Z',
  square: 'M-14,-6Q-14,-14 -6,-14L6,-14Q14,-14 14,-6L14,6Q14,14 6,14L-6,14Q-14,14 -14,6Z',
  house:
    'M-3.4,-13.4Q0,-16.2 3.4,-13.4L11.6,-6.9Q15,-4.1 14.7,0.3L14.1,9.6Q13.8,14 9.4,14L-9.4,14Q-13.8,14 -14.1,9.6L-14.7,0.3Q-15,-4.1 -11.6,-6.9Z',
  hexagon:
    'M14,-3.3Q15.9,0 14,3.3L9.9,10.5Q7.9,13.8 4.1,13.8L-4.1,13.8Q-7.9,13.8 -9.9,10.5L-14,3.3Q-15.9,0 -14,-3.3L-9.9,-10.5Q-7.9,-13.8 -4.1,-13.8L4.1,-13.8Q7.9,-13.8 9.9,-10.5Z',
  octagon:
    'M14.6,3.1Q14.6,6 12.5,8.1L8.1,12.5Q6,14.6 3.1,14.6L-3.1,14.6Q-6,14.6 -8.1,12.5L-12.5,8.1Q-14.6,6 -14.6,3.1L-14.6,-3.1Q-14.6,-6 -12.5,-8.1L-8.1,-12.5Q-6,-14.6 -3.1,-14.6L3.1,-14.6Q6,-14.6 8.1,-12.5L12.5,-8.1Q14.6,-6 14.6,-3.1Z',
  diamond: 'M14,-3.3Q17.4,0 14,3.3L3.3,14Q0,17.4 -3.3,14L-14,3.3Q-17.4,0 -14,-3.3L-3.3,-14Q0,-17.4 3.3,-14Z',
  sheet:
    'M-12.1,-11.8Q-12.1,-14.7 -9.1,-14.7L2.1,-14.7Q5,-14.7 7,-12.6L10,-9.5Q12.1,-7.4 12.1,-4.4L12.1,11.8Q12.1,14.7 9.1,14.7L-9.1,14.7Q-12.1,14.7 -12.1,11.8Z',
};

const glyphs: Record<string, IconNode> = {
  user: User,
  'building-2': Building2,
  phone: Phone,
  mail: Mail,
  'at-sign': AtSign,
  'bed-double': BedDouble,
  'map-pin': MapPin,
  moon: Moon,
  car: Car,
  'scan-eye': ScanEye,
  'credit-card': CreditCard,
  landmark: Landmark,
  wallet: Wallet,
  banknote: Banknote,
  megaphone: Megaphone,
  'folder-open': FolderOpen,
  'file-text': FileText,
  package: Package,
  image: Image,
};

/** Organizations are people whose outline is a hexagon; every other kind has its family's shape. */
export function shapeOf(family: Family, icon: string): Shape {
  return icon === 'building-2' ? 'hexagon' : shapes[family];
}

export function shapePath(shape: Shape): string {
  return paths[shape];
}

/** Lucide's drawing of an icon by its name, in a box of 24 x 24; a dotted circle for a name that is not bundled. */
export function glyphOf(icon: string): IconNode {
  return glyphs[icon] ?? CircleDot;
}

/** Where the glyph stands in the 35 x 35 box: left, top and side. Houses carry it lower, diamonds smaller. */
export function glyphBox(shape: Shape): { readonly x: number; readonly y: number; readonly side: number } {
  if (shape === 'house') return { x: -7.1, y: -5.3, side: 14.1 };
  if (shape === 'diamond') return { x: -6.8, y: -6.8, side: 13.5 };
  return { x: -7.4, y: -7.4, side: 14.8 };
}

export function isFamily(family: string): family is Family {
  return family in shapes;
}

const schemes: Record<string, string> = { bank: 'landmark', card: 'credit-card', prepaid: 'credit-card', gift: 'credit-card' };

/** A financial account is drawn as what it is: bank, card or wallet. */
export function schemeIcon(scheme: string | undefined): string | null {
  return scheme === undefined ? null : (schemes[scheme.toLowerCase()] ?? 'wallet');
}
