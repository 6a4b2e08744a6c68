export const readSetting = 'MATCH (s:Setting {name: $name}) RETURN s.value AS value';

/** The first of two writers wins: MERGE on a unique name locks it. */
export const claimSetting = 'MERGE (s:Setting {name: $name}) ON CREATE SET s.value = $value RETURN s.value AS value';

export const putSetting = 'MERGE (s:Setting {name: $name}) SET s.value = $value';
