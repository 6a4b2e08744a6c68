import react from '@vitejs/plugin-react';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const service = `http://127.0.0.1:${process.env['LINCHPIN_PORT'] ?? '4000'}`;
const proxied = ['/graphql', '/graphiql', '/schema.graphql', '/healthz', '/readyz'];

export default defineConfig({
  plugins: [react(), listDocuments(), packFiles()],
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(proxied.map((path) => [path, { target: service, changeOrigin: false }])),
  },
  build: {
    target: 'es2022',
    manifest: true,
    // Fonts and pictures stay files: a strict content policy then needs no `data:` for them.
    assetsInlineLimit: 0,
  },
});

/** Puts the list of the explorer's documents beside its pages: the service answers to their ids. */
function listDocuments(): Plugin {
  return {
    name: 'list-documents',
    apply: 'build',
    generateBundle() {
      const source = readFileSync(join(import.meta.dirname, 'src/remote/generated/persisted.json'), 'utf8');
      this.emitFile({ type: 'asset', fileName: 'documents.json', source });
    },
  };
}

const packed = /\.(js|css|html|svg|json|txt)$/;
/** Below one network packet nothing is won. */
const leastBytes = 1_400;

/** Packs files once, as small as they get, so that the service packs none of them again and again. */
function packFiles(): Plugin {
  return {
    name: 'pack-files',
    apply: 'build',
    enforce: 'post',
    writeBundle({ dir }) {
      for (const name of readdirSync(dir!, { recursive: true, encoding: 'utf8' })) {
        if (!packed.test(name)) continue;
        const bytes = readFileSync(join(dir!, name));
        if (bytes.length < leastBytes) continue;
        writeFileSync(join(dir!, `${name}.gz`), gzipSync(bytes, { level: 9 }));
        writeFileSync(join(dir!, `${name}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
      }
    },
  };
}
