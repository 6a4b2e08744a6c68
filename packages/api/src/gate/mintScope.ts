import type { Scope } from '../model/scope.ts';

/** The only place where a scope is made: own agency and its groups, for every role. */
export function mintScope(viewer: { readonly agency: string; readonly groups: readonly string[] }): Scope {
  const audiences = [...new Set([viewer.agency, ...viewer.groups])].sort();
  return { agency: viewer.agency, audiences, key: `${viewer.agency}|${audiences.join(',')}` } as unknown as Scope;
}
