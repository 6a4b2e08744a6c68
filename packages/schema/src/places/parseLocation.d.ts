/** Parts of a United States address as the library `parse-address` reads them (it brings no types); null for none. */
export function parseLocation(address: string): Readonly<Record<string, string | undefined>> | null;
