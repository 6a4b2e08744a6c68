import { join } from 'node:path';
import type { Cypher } from '../runCypher.ts';
import { CsvFile, type CsvValue } from './csvFile.ts';

type Value = string | number | boolean | readonly string[];

/** A node beside the evidence that the new database must have, too. */
export interface KeptNode {
  readonly label: string;
  readonly properties: Readonly<Record<string, Value>>;
}

const labels = ['Setting', 'Member', 'Notice', 'AuditEntry'];

/** Settings (the secret of public ids among them), directory, notices and audit log. */
export async function readKept(cypher: Pick<Cypher, 'read'>): Promise<KeptNode[]> {
  const kept: KeptNode[] = [];
  for (const label of labels)
    for (const { properties } of await cypher.read<{ properties: KeptNode['properties'] }>(
      `MATCH (n:${label}) RETURN properties(n) AS properties`,
    ))
      kept.push({ label, properties });
  const ledgers = await cypher.read<{ properties: KeptNode['properties'] }>(
    "MATCH (n:Ledger {name: 'audit'}) RETURN properties(n) AS properties",
  );
  return [...kept, ...ledgers.map(({ properties }) => ({ label: 'Ledger', properties }))];
}

/** One file a label; by name, so that two files may have one label. */
export function writeKept(folder: string, kept: readonly KeptNode[]): Record<string, CsvFile> {
  const files: Record<string, CsvFile> = {};
  for (const label of new Set(kept.map((node) => node.label))) {
    const rows = kept.filter((node) => node.label === label).map(({ properties }) => properties);
    const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].sort();
    const typeOf = (name: string): string => typeNamed(rows.map((row) => row[name]).find((value) => value !== undefined));
    const file = new CsvFile(
      join(folder, `kept-${label.toLowerCase()}.csv`),
      names.map((name) => `${name}${typeOf(name)}`),
    );
    for (const row of rows) file.write(names.map((name): CsvValue => row[name]));
    files[label] = file;
  }
  return files;
}

function typeNamed(value: Value | undefined): string {
  if (typeof value === 'number') return ':long';
  if (typeof value === 'boolean') return ':boolean';
  return typeof value === 'object' ? ':string[]' : '';
}
