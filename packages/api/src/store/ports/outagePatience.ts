/** How a long job takes it that a store elsewhere goes away. A person is told, a job waits. */
export interface OutagePatience {
  /** Milliseconds after the first failure in which new attempts are made; of a store that has answered before. */
  readonly patience: number;
  /** Told when waiting begins, and when the store is back. */
  onOutage(isAway: boolean): void;
}
