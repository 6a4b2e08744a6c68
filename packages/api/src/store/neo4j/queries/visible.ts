/** Whether the scope ($agency, $audiences) sees what carries this origin: the owner's own, or addressed to it. */
export const visible = (name: string): string => `(${name}.agency = $agency OR ${name}.audience IN $audiences)`;

/** Where an entity named by an id is now: itself, or what it went into. */
export const follow = (named: string, entity: string): string =>
  `MATCH (${named})-[:WENT_INTO*0..]->(${entity}) WHERE NOT EXISTS { (${entity})-[:WENT_INTO]->() }`;

/** Of holdings named `holding`, each `isSeen` where what it says counts for the scope. */
export const protectionFacts = `
    count(CASE WHEN (isSeen AND holding.isMarked) OR holding.isMarkedOutside THEN 1 END) > 0 AS isMarked,
    max(CASE WHEN isSeen THEN holding.adultFrom ELSE holding.adultFromOutside END) AS adultFrom,
    min(CASE WHEN isSeen THEN holding.earliest ELSE holding.earliestOutside END) AS earliest`;
