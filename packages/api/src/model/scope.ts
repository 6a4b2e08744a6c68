declare const minted: unique symbol;

/** What one viewer may see, decided once per request. Only the gate makes one (`gate/mintScope.ts`); every read of a port demands it. */
export interface Scope {
  readonly [minted]: true;
  /** The viewer's own agency: everything it owns is visible, whatever the audience. */
  readonly agency: string;
  /** The agency itself and the groups it belongs to, sorted: audiences that may be read in full. */
  readonly audiences: readonly string[];
  /** Audiences whose protecting facts count: those of the agency and all its groups. A role may narrow sight, never protection. */
  readonly protecting: readonly string[];
  /** Same sight, same key: binds cursors and caches to the scope. */
  readonly key: string;
}

/** Where a report comes from and who may read it: all that sight depends on. */
export interface Origin {
  readonly agency: string;
  readonly audience: string;
  readonly outsideAudience: OutsideAudience;
  /** A sealed protecting fact of this origin protects everywhere. */
  readonly protectEverywhere: boolean;
}

export type OutsideAudience = 'POINTER' | 'SEALED';

/** Visible: the owner's own, or addressed to an audience of the scope. */
export function sees(scope: Scope, origin: Pick<Origin, 'agency' | 'audience'>): boolean {
  return origin.agency === scope.agency || scope.audiences.includes(origin.audience);
}

/** Whether a protecting fact of this origin counts for a viewer: seen, or of an audience that protects, or a pointer outside, or set to protect everywhere. */
export function protectsFor(scope: Scope, origin: Origin): boolean {
  return (
    sees(scope, origin) ||
    scope.protecting.includes(origin.audience) ||
    origin.outsideAudience === 'POINTER' ||
    origin.protectEverywhere
  );
}
