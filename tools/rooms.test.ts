import { expect, test } from 'vitest';
import { checkRooms } from './rooms.ts';
import { findProblems } from './rooms/findProblems.ts';

const oneFile = (path: string, source: string): string[] => findProblems([{ path, source }]);

test('the product keeps the import table, the length limit and the naming rule', () => {
  expect(checkRooms()).toEqual([]);
});

test('a use-case that reaches for the driver is told who knows it', () => {
  const [problem] = oneFile('api/src/features/explore/expand.ts', "\nimport Database from 'libsql';");
  expect(problem).toContain('api/src/features/explore/expand.ts:2 (feature) imports libsql');
  expect(problem).toContain('store/embedded alone knows SQLite');
});

test('a type-only import follows the table as well', () => {
  const source = "import type { GraphStore } from '../../store/ports/graphStore.ts';";
  expect(oneFile('api/src/features/explore/explore.resolver.ts', source)[0]).toContain('Move the line to a room');
  expect(oneFile('api/src/features/explore/expand.ts', source)).toEqual([]);
});

test('a type written as import() and a re-export count as imports', () => {
  expect(oneFile('explorer/src/chart/a.ts', "export type T = import('../view/selection.ts').Selection;")).toHaveLength(1);
  expect(oneFile('explorer/src/chart/a.ts', "export * from '../view/selection.ts';")).toHaveLength(1);
  expect(oneFile('explorer/src/chart/a.ts', "export const load = () => import('cytoscape');")).toHaveLength(1);
});

test('one feature never imports another, and its own files freely', () => {
  const [problem] = oneFile('api/src/features/explore/a.ts', "import { b } from '../overlaps/b.ts';");
  expect(problem).toContain('a feature never imports another feature');
  expect(problem).toContain('api/model');
  expect(oneFile('api/src/features/explore/a.ts', "import { b } from './b.ts';")).toEqual([]);
  expect(oneFile('api/src/features/explore/explore.resolver.ts', "import { b } from '../overlaps/b.ts';")).toHaveLength(1);
});

test('a panel never imports another panel', () => {
  expect(oneFile('explorer/src/panels/details/A.tsx', "import { B } from '../legend/B.tsx';")).toHaveLength(1);
  expect(oneFile('explorer/src/panels/details/A.tsx', "import { B } from './B.tsx';")).toEqual([]);
});

test('the explorer never imports the service', () => {
  expect(oneFile('explorer/src/remote/a.ts', "import { x } from '@linchpin/api';")).toHaveLength(1);
  expect(oneFile('explorer/src/remote/a.ts', "import { x } from '../../../api/src/model/errors.ts';")).toHaveLength(1);
});

test('adapters know neither each other nor the gate', () => {
  expect(oneFile('api/src/store/neo4j/a.ts', "import { x } from '../embedded/x.ts';")).toHaveLength(1);
  expect(oneFile('api/src/store/neo4j/a.ts', "import { x } from '../../gate/mintScope.ts';")).toHaveLength(1);
  expect(oneFile('api/src/store/contract/a.ts', "import { x } from '../../gate/mintScope.ts';")).toEqual([]);
});

test('the model does no I/O', () => {
  expect(oneFile('api/src/model/a.ts', "import { readFileSync } from 'node:fs';")[0]).toContain('does no I/O');
});

test('a test looks from outside, but keeps names and lengths', () => {
  expect(oneFile('api/src/features/explore/a.test.ts', "import x from '../../store/embedded/x.ts';")).toEqual([]);
  expect(oneFile('api/src/gate/testUtils.test.ts', '')[0]).toContain('says nothing');
  expect(oneFile('api/src/gate/a.test.ts', '\n'.repeat(400))[0]).toContain('Which second thing');
});

test('a package may read its own version', () => {
  expect(oneFile('api/src/cli/a.ts', "import { version } from '../../package.json';")).toEqual([]);
  expect(oneFile('explorer/src/app/a.ts', "import { version } from '../../../api/package.json';")).toHaveLength(1);
});

test('a file outside every room is noticed', () => {
  expect(oneFile('api/src/stuff/a.ts', '')[0]).toContain('belongs to no room');
});
