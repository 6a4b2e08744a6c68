import { parseSync, Visitor } from 'oxc-parser';

export interface Import {
  /** As written: `./scope.ts`, `@linchpin/schema`, `fastify`. */
  readonly from: string;
  readonly line: number;
}

/** Everything a file imports: values, types, re-exports, `import()` and `import('...').T`. */
export function importsOf(path: string, source: string): Import[] {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const imports: Import[] = [];
  const add = (node: { readonly start: number; readonly source?: { readonly value?: unknown } | null }): void => {
    if (typeof node.source?.value === 'string') imports.push({ from: node.source.value, line: lineAt(source, node.start) });
  };
  new Visitor({
    ImportDeclaration: add,
    ExportNamedDeclaration: add,
    ExportAllDeclaration: add,
    ImportExpression: (node) => add({ start: node.start, source: 'value' in node.source ? node.source : null }),
    TSImportType: add,
  }).visit(program);
  return imports;
}

function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}
