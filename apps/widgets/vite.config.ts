import { defineConfig } from 'vite';
import { beside, shutIn } from './shut-in.mjs';

/** One small script without modules: it runs on pages that are not ours. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  resolve: { tsconfigPaths: true },
  plugins: [shutIn({ 'widgets.js': 25_000 }), beside(['demo.html'])],
  build: {
    outDir: '../../dist/widgets',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      input: { widgets: `${import.meta.dirname}/main.ts` },
      output: { format: 'es', entryFileNames: '[name].js' },
      // A slice's contracts name much more than is used here, and only define things.
      treeshake: { moduleSideEffects: [{ test: /\/libs\/[^/]+\/contracts\//, sideEffects: false }] },
    },
  },
});
