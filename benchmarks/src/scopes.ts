import type { WorldDescription } from '@linchpin/api/src/features/generate/describeWorld.ts';
import { mintScope } from '@linchpin/api/src/gate/mintScope.ts';
import type { Scope } from '@linchpin/api/src/model/scope.ts';

export interface Scopes {
  /** All 250 audiences. */
  readonly all: Scope;
  /** 60 of them, about half of the reports. */
  readonly broad: Scope;
  /** 10 of them, a few reports in a hundred. */
  readonly mid: Scope;
  /** The three smallest. */
  readonly rare: Scope;
}

/** Nobody's agency: sight comes from the audiences alone. */
export function scopesOf({ audiences }: Pick<WorldDescription, 'audiences'>): Scopes {
  const see = (some: readonly string[]): Scope => mintScope({ agency: 'NOBODY', groups: some });
  const spread = audiences.slice(10).filter((_, rank) => rank % 4 === 0);
  return {
    all: see(audiences),
    broad: see([...audiences.slice(0, 10), ...spread.slice(0, 50)]),
    mid: see(audiences.slice(50, 60)),
    rare: see(audiences.slice(-3)),
  };
}
