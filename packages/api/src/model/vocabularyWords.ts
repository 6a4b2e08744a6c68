/** Kinds that rules of sight, protection and overlap name. A test holds them against the vocabulary. */
export const PERSON = 'PERSON';
export const ORGANIZATION = 'ORGANIZATION';
export const ADDRESS = 'ADDRESS';
export const CASE = 'CASE';
export const INVOLVED_IN = 'INVOLVED_IN';
