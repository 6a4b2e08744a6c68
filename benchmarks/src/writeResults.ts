import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type { Figure } from './figures.ts';

const begin = '<!-- kept by hand: begin -->';
const end = '<!-- kept by hand: end -->';

export interface Results {
  readonly size: { readonly entities: number; readonly links: number; readonly seed: number };
  readonly runs: number;
  /** By phase, in the order of the table; with the day it was measured. */
  readonly phases: readonly { readonly name: string; readonly measuredAt: string; readonly figures: readonly Figure[] }[];
}

/** One table of everything measured. What people wrote about misses stays as it is. */
export function writeResults(path: string, results: Results): void {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const [, kept = ''] = before.split(begin);
  const words = kept.includes(end) ? kept.split(end)[0]! : '\n## Misses, reasons, next ideas\n\nNone written yet.\n';
  writeFileSync(path, `${describe(results)}\n${begin}${words}${end}\n`);
}

function describe({ size, runs, phases }: Results): string {
  const number = (n: number): string => n.toLocaleString('en');
  const machine = `${cpus().length} x ${cpus()[0]?.model.trim() ?? 'cpu'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}, Node ${process.version}`;
  const rows = phases.flatMap(({ name, figures }) => figures.map((figure) => describeFigure(name, figure)));
  const days = [...new Set(phases.map(({ measuredAt }) => measuredAt))];
  return `# Results

Written by \`linchpin bench\`; the words below the table are people's.

${machine}. Seeded world of about ${number(size.entities)} entities and ${number(size.links)} links (seed ${size.seed}), small questions asked ${number(runs)} times warm, p50 / p95. Measured ${days.join(', ')}. The peer is asked in the same run: bare SQLite over a plain table of links, bare Cypher, a plain page of the canvas library; it keeps no scope, protection, reports or records.

| | question | target | ours | peer | ours / peer | met |
|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

function describeFigure(phase: string, { question, target, ours, peer, ratio, isMet }: Figure): string {
  const met = isMet === null ? '' : isMet ? 'yes' : '**no**';
  return `| ${[phase, question.trim(), target ?? '', ours, peer ?? '', ratio === null ? '' : `${ratio.toFixed(1)} x`, met].join(' | ')} |`;
}
