/** More ids would make an address that some programs cut. */
export const mostLinked = 60;

/** Ids only: who opens it is asked for their own rights to each. */
export function linkTo(ids: readonly string[], origin: string): string {
  return `${origin}/chart?items=${ids.map(encodeURIComponent).join(',')}`;
}

/** Ids that an address names, to be put on the chart by `openOnChart`. */
export function readLink(search: string): string[] {
  const ids = new URLSearchParams(search).get('items')?.split(',') ?? [];
  return [...new Set(ids.filter((id) => id !== ''))].slice(0, mostLinked);
}
