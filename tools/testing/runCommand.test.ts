import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { root, runCommand } from './runCommand.ts';

const quietly = (script: string) => ({ program: process.execPath, args: ['-e', script] });

test('a command ended well or it did not', async () => {
  expect(await runCommand(quietly(''))).toBe(true);
  expect(await runCommand(quietly('process.exit(3)'))).toBe(false);
});

test('an interrupt ends the command and begins nothing after it', async () => {
  const script = `
    import { runCommand } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'runCommand.ts')).href)};
    await runCommand({ program: process.execPath, args: ['-e', 'console.log("begun " + process.pid); setInterval(() => {}, 1000)'] });
    console.log('next');`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { cwd: root });
  let said = '';
  child.stdout.on('data', (text: Buffer) => {
    if (said === '') child.kill('SIGINT');
    said += text.toString();
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect([code, said]).toEqual([130, expect.stringMatching(/^begun \d+\n$/)]);
  const pid = Number(/\d+/.exec(said)![0]);
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});
