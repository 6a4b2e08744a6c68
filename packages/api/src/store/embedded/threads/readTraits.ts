import type { Scope } from '../../../model/scope.ts';
import type { WorkReads } from '../embeddedWorkStore.ts';
import type { EmbeddedReads } from '../reads.ts';

export type Reads = EmbeddedReads & WorkReads;
export type ReadName = keyof Reads;

/** What is asked, without the scope. */
type Asked<N extends ReadName> = Parameters<Reads[N]> extends [Scope, ...infer Rest] ? Rest : Parameters<Reads[N]>;

/** Where a read belongs among the readers. */
interface Trait<A extends readonly unknown[]> {
  /** Its first argument is a scope. */
  readonly isScoped: boolean;
  /** May take long: kept away from one reader, so that short reads never wait for it. */
  readonly isHeavy?: (...asked: A) => boolean;
  /** Entity whose rows it needs: the reader that was asked for them before has them in memory. */
  readonly about?: (...asked: A) => string | undefined;
}
export type ReadTrait = Trait<readonly unknown[]>;

const scoped = { isScoped: true };
const unscoped = { isScoped: false };
const heavy = { isScoped: true, isHeavy: () => true };
const aboutFirst = { isScoped: true, about: ([id]: readonly string[]) => id };
const aboutOne = { isScoped: true, about: (id: string) => id };

const traits: { readonly [N in ReadName]: Trait<Asked<N>> } = {
  changes: unscoped,
  lastChange: unscoped,
  entities: aboutFirst,
  records: aboutOne,
  linkCounts: aboutFirst,
  neighbourTotals: aboutFirst,
  pointers: scoped,
  lookup: scoped,
  search: { isScoped: true, isHeavy: ({ plan }) => plan.pattern !== null },
  expand: {
    isScoped: true,
    // These orders need every neighbour's view.
    isHeavy: ({ order }) => order === 'CAPTION' || order === 'OTHER_AGENCIES',
    about: ({ ids: [id] }) => id,
  },
  linksAmong: scoped,
  neighbours: aboutFirst,
  bundles: scoped,
  evidence: scoped,
  commonNeighbours: heavy,
  reports: scoped,
  reportsByNumber: scoped,
  reportRecords: scoped,
  reportLinks: scoped,
  overlaps: heavy,
  part: scoped,
  setting: unscoped,
  directory: unscoped,
  notices: unscoped,
};

/** Each is asked only with what its own read is asked. */
export const readTraits = traits as { readonly [N in ReadName]: ReadTrait };
