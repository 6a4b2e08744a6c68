/** The import table of ARCHITECTURE.md. A file belongs to the first room whose pattern matches its path below `packages/`. */
export interface Room {
  readonly name: string;
  readonly holds: RegExp;
  /** What a line must do to live here, in words for messages. */
  readonly purpose: string;
  /** Rooms it may import besides itself. */
  readonly mayImport: readonly string[];
  /** Rooms that come in several (`features/x`): importing another of the same name is refused. */
  readonly isOnePerFolder?: boolean;
  /** Single files beyond the table that its tests and fixtures need. */
  readonly alsoMayImport?: readonly string[];
}

const below = (room: string): RegExp => new RegExp(`^${room}/`);
const api = 'api/src';
const explorer = 'explorer/src';

export const rooms: readonly Room[] = [
  { name: 'schema', holds: below('schema/src'), purpose: 'says what a kind is and how a value behaves', mayImport: [] },

  { name: 'threads', holds: below(`${api}/threads`), purpose: 'makes what a thread runs', mayImport: [] },

  { name: 'model', holds: below(`${api}/model`), purpose: 'names a thing we talk about, without any I/O', mayImport: ['schema'] },
  {
    name: 'ports',
    holds: below(`${api}/store/ports`),
    purpose: 'promises what storage can do, without drivers or query text',
    mayImport: ['model', 'schema'],
  },
  {
    name: 'contract',
    holds: below(`${api}/store/contract`),
    purpose: 'proves the promise against every adapter',
    mayImport: ['ports', 'model', 'schema'],
    alsoMayImport: [`${api}/gate/mintScope.ts`],
  },
  {
    name: 'embedded',
    holds: below(`${api}/store/embedded`),
    purpose: 'keeps the promise of the ports in SQLite',
    mayImport: ['ports', 'threads', 'model', 'schema'],
  },
  {
    name: 'neo4j',
    holds: below(`${api}/store/neo4j`),
    purpose: 'keeps the promise of the ports over Bolt',
    mayImport: ['ports', 'model', 'schema'],
  },
  { name: 'analysis', holds: below(`${api}/analysis`), purpose: 'computes over an adjacency', mayImport: ['ports', 'model'] },
  {
    name: 'gate',
    holds: below(`${api}/gate`),
    purpose: 'decides who may do or see what, and remembers that they did',
    mayImport: ['ports', 'model', 'schema'],
  },
  {
    name: 'resolver',
    holds: new RegExp(`^${api}/features/([^/]+)/.*\\.(resolver|inputs)\\.ts$`),
    purpose: 'gives a use-case its GraphQL face, one line an operation',
    mayImport: ['feature', 'gate', 'model', 'schema', 'graphql'],
    isOnePerFolder: true,
  },
  {
    name: 'feature',
    holds: new RegExp(`^${api}/features/([^/]+)/`),
    purpose: 'is what an investigator can do',
    mayImport: ['gate', 'ports', 'analysis', 'threads', 'model', 'schema'],
    isOnePerFolder: true,
  },
  {
    name: 'graphql',
    holds: below(`${api}/graphql`),
    purpose: 'says how things look in GraphQL, for the faces of several features',
    mayImport: ['gate', 'ports', 'model', 'schema'],
  },
  {
    name: 'server',
    holds: below(`${api}/server`),
    purpose: 'turns bytes into a call and back',
    mayImport: ['resolver', 'graphql', 'gate', 'model', 'schema'],
  },
  {
    name: 'main',
    holds: new RegExp(`^${api}/(cli/|[^/]+\\.ts$)`),
    purpose: 'puts the service together',
    mayImport: [
      'model',
      'ports',
      'threads',
      'embedded',
      'neo4j',
      'analysis',
      'gate',
      'graphql',
      'resolver',
      'feature',
      'server',
      'schema',
    ],
  },

  { name: 'remote', holds: below(`${explorer}/remote`), purpose: 'talks to the API', mayImport: [] },
  { name: 'chart', holds: below(`${explorer}/chart`), purpose: 'changes the chart, as pure commands', mayImport: ['schema'] },
  {
    name: 'view',
    holds: below(`${explorer}/view`),
    purpose: 'holds what this tab looks at',
    mayImport: ['chart', 'remote', 'schema'],
  },
  {
    name: 'actions',
    holds: below(`${explorer}/actions`),
    purpose: 'is a choice a person makes',
    mayImport: ['remote', 'chart', 'view', 'schema'],
  },
  {
    name: 'canvas',
    holds: below(`${explorer}/canvas`),
    purpose: 'draws, or hears a gesture',
    mayImport: ['actions', 'chart', 'view', 'remote', 'ui'],
  },
  {
    name: 'panel',
    holds: new RegExp(`^${explorer}/panels/([^/]+)`),
    purpose: 'shows or asks beside the canvas',
    mayImport: ['actions', 'remote', 'chart', 'view', 'ui', 'schema'],
    isOnePerFolder: true,
  },
  { name: 'ui', holds: below(`${explorer}/ui`), purpose: 'is a component that knows nothing of the chart', mayImport: [] },
  {
    name: 'app',
    holds: new RegExp(`^${explorer}/(app/|[^/]+\\.tsx?$)`),
    purpose: 'puts the explorer together',
    mayImport: ['remote', 'chart', 'view', 'actions', 'canvas', 'panel', 'ui', 'schema'],
  },
];

/** Big libraries live in one room each. */
export interface Lodger {
  readonly library: RegExp;
  readonly livesIn: readonly string[];
  readonly reason: string;
}

export const lodgers: readonly Lodger[] = [
  {
    library: /^(libsql|better-sqlite3|node:sqlite|@libsql\/.*)$/,
    livesIn: ['embedded'],
    reason: 'store/embedded alone knows SQLite; ask a port, and let the adapter answer',
  },
  {
    library: /^esbuild$/,
    livesIn: ['threads'],
    reason: 'api/threads alone makes scripts for threads; name it the module to begin with',
  },
  {
    library: /^neo4j-driver/,
    livesIn: ['neo4j'],
    reason: 'store/neo4j alone knows the driver; ask a port, and let the adapter answer',
  },
  {
    library: /^(type-graphql|graphql-scalars|dataloader)$/,
    livesIn: ['resolver', 'graphql', 'server', 'main'],
    reason: 'only the GraphQL face knows GraphQL; a use-case takes and gives model objects',
  },
  {
    library: /^(fastify|@fastify\/.*|@apollo\/.*|node:http2?|node:https|node:net)$/,
    livesIn: ['server', 'main'],
    reason: 'only api/server turns bytes into calls and back',
  },
  {
    library: /^cytoscape/,
    livesIn: ['canvas'],
    reason: 'explorer/canvas alone knows Cytoscape; say it as a command on the chart',
  },
  {
    library: /^(react|react-dom)(\/|$)/,
    livesIn: ['canvas', 'panel', 'ui', 'app', 'remote', 'actions'],
    reason: 'chart and view are plain data and functions, tested without a browser',
  },
];
