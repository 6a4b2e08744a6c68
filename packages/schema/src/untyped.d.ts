declare module 'parse-address' {
  /** Parts of a United States address; null when nothing was read. */
  export function parseLocation(address: string): Readonly<Record<string, string | undefined>> | null;
}

declare module 'multicoin-address-validator' {
  /** @throws when the currency is unknown. */
  export function validate(address: string, currency: string): boolean;
}
