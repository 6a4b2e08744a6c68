/** Reads under way. The same question asked again takes the place of the one before, whose answer is then dropped. */
export interface Running {
  /** Begins; `key` names the question. */
  start(key: string): Run;
  /** Stops everything; says how many were stopped. */
  stopAll(): number;
}

export interface Run {
  readonly signal: AbortSignal;
  end(): void;
}

export function makeRunning(): Running {
  const controllers = new Map<string, AbortController>();
  return {
    start(key) {
      controllers.get(key)?.abort();
      const controller = new AbortController();
      controllers.set(key, controller);
      return {
        signal: controller.signal,
        end: () => {
          if (controllers.get(key) === controller) controllers.delete(key);
        },
      };
    },
    stopAll() {
      const count = controllers.size;
      for (const controller of controllers.values()) controller.abort();
      controllers.clear();
      return count;
    },
  };
}
