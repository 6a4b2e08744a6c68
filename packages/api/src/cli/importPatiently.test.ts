import { expect, test } from 'vitest';
import { LinchpinError } from '../model/errors.ts';
import { importPatiently } from './importPatiently.ts';

function said() {
  const lines: string[] = [];
  return { lines, stream: { write: (text: string) => lines.push(text.trim()) > 0 } };
}

const unavailable = new LinchpinError('UNAVAILABLE', 'Neo4j does not answer.');

test('an import that waits for its database says so, and that it goes on', async () => {
  const { lines, stream } = said();
  const result = await importPatiently(async ({ onOutage, patience }) => {
    expect(patience).toBe(300_000);
    onOutage(true);
    onOutage(false);
    return 'balance';
  }, stream);
  expect(result).toBe('balance');
  expect(lines).toEqual([
    expect.stringMatching(/^The database does not answer\. Waiting.*5 minutes$/),
    expect.stringMatching(/again/),
  ]);
});

test('an import that waited in vain says that running it again goes on where it stopped', async () => {
  const { stream } = said();
  const importing = importPatiently(async ({ onOutage }) => {
    onOutage(true);
    throw unavailable;
  }, stream);
  await expect(importing).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    message: expect.stringMatching(/Run the import again: it goes on/),
  });
});

test('what else goes wrong is told as it is', async () => {
  await expect(importPatiently(() => Promise.reject(unavailable), said().stream)).rejects.toBe(unavailable);
  const refused = new LinchpinError('INVALID', 'There is no agency');
  const importing = importPatiently(({ onOutage }) => (onOutage(true), Promise.reject(refused)), said().stream);
  await expect(importing).rejects.toBe(refused);
});
