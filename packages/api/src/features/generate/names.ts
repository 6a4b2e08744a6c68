import type { Chance } from './chance.ts';

const latin =
  'an bel cor dar el fen gar hol is jon kel lor mar nor ol pel quin ros sal tor ul ver wil xan yas zel bra cle dre fri gla hu ja ki lo mi ne or pa ri'.split(
    ' ',
  );

/** Syllables by script, none of them names: words made of them are invented. */
const scripts: readonly (readonly string[])[] = [
  'ар бел гор дан ер жан зор кол лен мир нор ол пет рас сав тар ул фен хол ян'.split(' '),
  'αν βελ γορ δαν ερ ζην θορ κολ λεν μιρ νορ ολ πετ ρασ σαβ ταρ φεν χολ'.split(' '),
  'با دا را سا شا فا كا لا ما نا هو وا يا تو نو رو'.split(' '),
  '가 나 다 라 마 바 사 아 자 차 하 미 수 진 현 영'.split(' '),
  '安 白 川 大 方 高 海 和 林 明 南 平 山 松 田 王'.split(' '),
  'का गा चा जा ता दा ना पा बा मा रा ला वा सा हा नि'.split(' '),
  'בא גא דא הר זא טל יא כר לא מא נא סא פא קא רא שא'.split(' '),
  'ა ბა გა და ე ვა ზა თა ი კა ლა მა ნა ო პა რა'.split(' '),
];

export interface InventedName {
  readonly given: string;
  readonly family: string;
}

/** Mostly in Latin letters, some in eight other scripts. */
export function inventName(chance: Chance): InventedName {
  const syllables = chance.happens(0.85) ? latin : chance.pick(scripts);
  return { given: inventWord(chance, syllables, 2), family: inventWord(chance, syllables, chance.between(2, 3)) };
}

/** A word in Latin letters, capitalised. */
export function inventWord(chance: Chance, syllables: readonly string[] = latin, count = 2): string {
  const word = Array.from({ length: count }, () => chance.pick(syllables)).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}
