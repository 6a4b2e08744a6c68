import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeEntity } from '../view/fixtures/records.ts';
import { addToChart } from './actions.ts';
import { makeWorkspace, type TestWorkspace } from './fixtures/makeWorkspace.ts';
import { hearKeys, keyName } from './heardKeys.ts';

let workspace: TestWorkspace;
let stop: () => void;
beforeEach(async () => {
  document.body.innerHTML = '<input><div data-canvas tabindex="0"></div><aside tabindex="0"></aside>';
  workspace = makeWorkspace({ entities: [makeEntity({ id: 'a' })], bundles: [] });
  await addToChart(workspace, ['a']);
  stop = hearKeys(workspace, window);
});
afterEach(() => stop());

const press = (where: string, key: string, init: KeyboardEventInit = {}) =>
  document.querySelector(where)!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
const isHidden = () => workspace.chart.getState().chart.items.get('a')!.isHidden;

test('a letter acts on the canvas, and nowhere else', () => {
  press('input', 'h');
  press('aside', 'h');
  expect(isHidden()).toBe(false);
  press('[data-canvas]', 'h');
  expect(isHidden()).toBe(true);
});

test('undo and redo are heard on the whole page, but not while typing', () => {
  press('input', 'z', { ctrlKey: true });
  expect(workspace.chart.getState().history.position).toBe(1);
  press('aside', 'z', { ctrlKey: true });
  expect(workspace.chart.getState().history.position).toBe(0);
  press('aside', 'Z', { ctrlKey: true, shiftKey: true });
  expect(workspace.chart.getState().history.position).toBe(1);
});

test('an undo with nothing left to undo is not handed on to a field somewhere', () => {
  press('aside', 'z', { ctrlKey: true });
  const isHandedOn = press('aside', 'z', { ctrlKey: true });
  expect(workspace.chart.getState().history.position).toBe(0);
  expect(isHandedOn).toBe(false);
});

test('no key acts on a chart that is not on the page', () => {
  document.querySelector('[data-canvas]')!.remove();
  press('body', 'h');
  press('aside', 'z', { ctrlKey: true });
  expect(isHidden()).toBe(false);
  expect(workspace.chart.getState().history.position).toBe(1);
});

test('keys are named as people read them', () => {
  const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
  expect(keyName({ ...none, key: 'z', metaKey: true, shiftKey: true })).toBe('Ctrl+Shift+Z');
  expect(keyName({ ...none, key: '+', shiftKey: true })).toBe('+');
  expect(keyName({ ...none, key: 'Delete' })).toBe('Delete');
});
