import type { GraphStore } from '../../store/ports/graphStore.ts';

/** A store that notes which of its operations were called. */
export function countCalls(graph: GraphStore, calls: string[]): GraphStore {
  return new Proxy(graph, {
    get(target, name: string, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function') return value;
      return (...input: unknown[]): unknown => {
        calls.push(name);
        return Reflect.apply(value, target, input);
      };
    },
  });
}
