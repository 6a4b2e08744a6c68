/** Unless said. */
export const hubDefaults = {
  /** An entity that has more relationships of any sort than this is a hub. */
  hubFrom: 256,
  /** Of one hub, changes so many numbers behind its version are kept, and followed by whoever has it in memory. */
  changesKept: 10_000,
} as const;
