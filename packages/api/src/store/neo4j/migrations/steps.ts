import type { PublicIds } from '../../../model/publicIds.ts';
import type { Cypher } from '../runCypher.ts';
import { hubsAndBounds } from './hubsAndBounds.ts';

/** What a named index or constraint must be: `IF NOT EXISTS` also accepts that name on something else. */
export interface ExpectedIndex {
  readonly name: string;
  readonly type: 'RANGE' | 'FULLTEXT';
  readonly label: string;
  readonly properties: readonly string[];
}

/** One version of the store. Every statement may run again. */
export interface MigrationStep {
  readonly schema: readonly string[];
  /** Run after the indexes are online, each in a transaction of its own. */
  readonly data: readonly string[];
  readonly indexes: readonly ExpectedIndex[];
  /** What statements alone cannot do; run after them. */
  readonly move?: (cypher: Cypher, at: MigrationContext) => Promise<void>;
}

export interface MigrationContext {
  /** Public ids of the installation; asked for once the settings can be kept. */
  readonly idsOf: () => Promise<Pick<PublicIds, 'digest'>>;
  readonly hubFrom: number;
}

const unique: readonly (readonly [label: string, property: string])[] = [
  ['Report', 'id'],
  ['Report', 'number'],
  ['Report', 'idempotency'],
  ['Record', 'id'],
  ['Link', 'id'],
  ['Entity', 'id'],
  ['Entity', 'key'],
  ['Holding', 'id'],
  ['Key', 'value'],
  ['Change', 'seq'],
  ['LinchpinSchema', 'name'],
  ['Ledger', 'name'],
  ['AuditEntry', 'seq'],
  ['Setting', 'name'],
  ['Member', 'id'],
  ['Notice', 'id'],
];

const indexed: readonly (readonly [label: string, properties: readonly string[]])[] = [
  ['Report', ['time']],
  ['Report', ['agency']],
  ['Report', ['audience']],
  ['Link', ['bundle']],
  ['Notice', ['holder', 'at']],
];

const nameOf = (label: string, properties: readonly string[]): string => [label, ...properties].join('_').toLowerCase();

export const steps: readonly MigrationStep[] = [
  {
    schema: [
      ...unique.map(
        ([label, property]) =>
          `CREATE CONSTRAINT ${nameOf(label, [property])} IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`,
      ),
      ...indexed.map(
        ([label, properties]) =>
          `CREATE INDEX ${nameOf(label, properties)} IF NOT EXISTS FOR (n:${label}) ON (${properties.map((name) => `n.${name}`).join(', ')})`,
      ),
      // Words are folded before they are stored, so the index must only split them.
      `CREATE FULLTEXT INDEX holding_words IF NOT EXISTS FOR (n:Holding) ON EACH [n.words]
       OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace', \`fulltext.eventually_consistent\`: false}}`,
    ],
    data: [
      "MERGE (l:Ledger {name: 'evidence'}) ON CREATE SET l.seq = 0",
      "MERGE (l:Ledger {name: 'audit'}) ON CREATE SET l.seq = 0, l.hash = ''",
    ],
    indexes: [
      ...unique.map(
        ([label, property]) => ({ name: nameOf(label, [property]), type: 'RANGE', label, properties: [property] }) as const,
      ),
      ...indexed.map(([label, properties]) => ({ name: nameOf(label, properties), type: 'RANGE', label, properties }) as const),
      { name: 'holding_words', type: 'FULLTEXT', label: 'Holding', properties: ['words'] },
    ],
  },
  hubsAndBounds,
];
