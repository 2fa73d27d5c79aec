import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstVisitBudget } from './build/budget.mjs';
import { shortClassNames } from './build/class-names.mjs';
import { directImports } from './build/direct-imports.mjs';
import { pageFiles } from './build/page-files.mjs';
import { precompress } from './build/precompress.mjs';
import { serviceWorker } from './build/worker.mjs';
import { wordsWithScripts } from './build/words-plugin.mjs';

/** All words of a language, for where one is missed; by name, so that the tests see whether one was. */
const wordFiles = ['el', 'en'].map((locale) => ({ name: `words-${locale}`, test: `virtual:words/${locale}` }));

/**
 * What the first page consists of in two files: the shell with what it stands on, and the parts of the home page. Every file has
 * its price, in bytes that gzip could have saved and in names that others must know.
 */
const firstFiles: { name: string; tags?: '$initial'[]; test?: RegExp; priority: number }[] = [
  { name: 'shell', tags: ['$initial'], priority: 2 },
  { name: 'home', test: /\/apps\/web\/home-parts\.tsx$/, priority: 1 },
];

/** What twenty pages and more are made of, in one file: twenty small ones would each cost a question. */
const commonParts = { name: 'parts', test: /\/libs\/[^/]+\/(web|contracts)\//, minShareCount: 20, priority: 0 };

/** The pages: one HTML, whose nonce the server fills in for each answer, and assets whose names carry their content. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  resolve: { tsconfigPaths: true, alias: { crypto: `${import.meta.dirname}/no-crypto.ts` } },
  html: { cspNonce: '%NONCE%' },
  plugins: [directImports(), react(), wordsWithScripts(), pageFiles(), firstVisitBudget(150), serviceWorker(), precompress()],
  css: { modules: { generateScopedName: shortClassNames(`${import.meta.dirname}/../..`) } },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsDir: 'assets',
    // Every browser that runs these pages knows modulepreload by itself.
    modulePreload: { polyfill: false },
    // A font or a picture inside a script could not be kept apart, and the page's policy asks for files of our own host.
    assetsInlineLimit: 0,
    manifest: true,
    // All words of a language are the one large file, which nobody is sent whose pages have theirs; what is sent first has its own budget.
    chunkSizeWarningLimit: 1000,
    sourcemap: false,
    rolldownOptions: {
      checks: { pluginTimings: false },
      // Seven letters of a hash tell a few hundred files apart; every one of them is named in the first script.
      output: { codeSplitting: { groups: [...wordFiles, ...firstFiles, commonParts] }, entryFileNames: 'assets/[name]-[hash:7].js', chunkFileNames: 'assets/[name]-[hash:7].js', assetFileNames: 'assets/[name]-[hash:7][extname]' },
      treeshake: {
        // A slice's index names much more than a page uses. Our modules only define things (styles come along with who uses
        // them), so what is not used need not come, and the heavy parts stay in the chunks of the pages that use them.
        // The one exception is ui's index, which brings the theme.
        moduleSideEffects: [
          { test: /\/libs\/ui\/web\/index\.ts$/, sideEffects: true },
          { test: /\/libs\/[^/]+\/(web|contracts)\/.*\.tsx?$/, sideEffects: false },
        ],
      },
    },
  },
  // All that any page needs is made ready at the start; else the first visit to a new page would reload it.
  optimizeDeps: { entries: ['main.tsx', '../../libs/*/web/**/*.tsx', '!**/*.test.tsx'] },
  server: { fs: { allow: ['../..'] } },
});
