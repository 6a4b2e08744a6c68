import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const service = `http://127.0.0.1:${process.env['LINCHPIN_PORT'] ?? '4000'}`;
const proxied = ['/graphql', '/graphiql', '/schema.graphql', '/healthz', '/readyz'];

export default defineConfig({
  plugins: [react()],
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
