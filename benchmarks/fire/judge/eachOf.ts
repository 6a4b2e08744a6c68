const atOnce = 16;

/** Looks at each, some of them at once. @throws what the first look throws */
export async function eachOf<T>(items: readonly T[], look: (item: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += atOnce) await Promise.all(items.slice(at, at + atOnce).map(look));
}
