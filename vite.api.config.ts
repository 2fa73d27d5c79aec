/** The server's programs: the api, the worker and the command line, built once from the same slices. */
import { defineConfig } from 'vite';
import { threads } from './libs/workspace/threads-plugin.mjs';

export default defineConfig({
  plugins: [threads()],
  resolve: { tsconfigPaths: true },
  logLevel: 'warn',
  build: {
    ssr: true,
    target: 'node20',
    sourcemap: true,
    outDir: 'dist',
    emptyOutDir: false,
    copyPublicDir: false,
    rollupOptions: {
      // A thread's script is a build of its own within this one: that its plugin takes time is no news.
      checks: { bundlerTimings: false },
      input: { api: 'apps/api/main.ts', worker: 'apps/worker/main.ts', cli: 'apps/cli/main.ts' },
      output: { entryFileNames: '[name]/main.js', chunkFileNames: 'server/[name]-[hash].js' },
    },
  },
});
