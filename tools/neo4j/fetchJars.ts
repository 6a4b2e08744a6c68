import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const copyDependencies = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
const run = promisify(execFile);

/**
 * The server's jars in `<cache>/<version>`, fetched by Maven where they are not there yet (118 MB, once).
 * A half-fetched folder is never used: it gets its name only when it is whole.
 * @throws Error from Maven when it is missing or cannot reach a repository.
 */
export async function fetchJars(cache: string, version: string): Promise<string> {
  const jars = join(cache, version);
  if (existsSync(jars)) return jars;
  mkdirSync(cache, { recursive: true });
  const unfinished = join(cache, `${version}.${process.pid}`);
  const pom = join(import.meta.dirname, 'pom.xml');
  const settings = [`-DoutputDirectory=${unfinished}`, '-DincludeScope=runtime', `-Dneo4j.version=${version}`];
  await run('mvn', ['-q', '-B', '-f', pom, copyDependencies, ...settings], { timeout: 600_000 });
  if (existsSync(jars)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, jars);
  return jars;
}
