/** Keeps the lesser or greater of what is noted on `name` and what a row adds; null is no value. */
export const leastOf = (name: string, property: string): string => extreme(name, property, '<');
export const greatestOf = (name: string, property: string): string => extreme(name, property, '>');

function extreme(name: string, property: string, than: '<' | '>'): string {
  const [noted, added] = [`${name}.${property}`, `row.${property}`];
  return `${noted} = CASE WHEN ${noted} IS NULL OR ${added} ${than} ${noted} THEN ${added} ELSE ${noted} END`;
}
