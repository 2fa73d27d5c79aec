/** Three rooms of tests: `api` with Nest's decorators and the real stores, `web` with a made-up browser, `house` for the tools. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { threads } from './libs/workspace/threads-plugin.mjs';

const resolve = { tsconfigPaths: true };
const exclude = ['**/node_modules/**', 'dist/**', '.data/**', 'e2e/**'];

export default defineConfig({
  test: {
    maxWorkers: 3,
    projects: [
      {
        resolve,
        plugins: [threads()],
        test: {
          name: 'api',
          environment: 'node',
          include: ['libs/*/{api,contracts}/**/*.test.ts', 'apps/{api,cli,worker}/**/*.test.ts'],
          exclude,
          globalSetup: ['libs/workspace/test-stores.mjs'],
          setupFiles: ['libs/workspace/api-setup.mjs'],
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve,
        plugins: [react()],
        test: {
          name: 'web',
          environment: 'jsdom',
          include: ['libs/*/web/**/*.test.{ts,tsx}', 'apps/{web,widgets}/**/*.test.{ts,tsx}'],
          exclude,
          setupFiles: ['libs/workspace/web-setup.mjs'],
          isolate: false,
          testTimeout: 30_000,
        },
      },
      { test: { name: 'house', environment: 'node', include: ['libs/workspace/*.test.mjs', 'docker/*.test.mjs'], exclude, testTimeout: 60_000 } },
    ],
  },
});
