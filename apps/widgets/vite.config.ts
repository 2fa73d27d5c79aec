import { defineConfig } from 'vite';
import { beside, shutIn } from './shut-in.mjs';

/** Two small scripts without modules: they run on pages that are not ours. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [shutIn({ 'widgets.js': 3_000, 'embed.js': 22_000 }), beside(['embed.css', 'demo.html'])],
  build: {
    outDir: '../../dist/widgets',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      input: { widgets: `${import.meta.dirname}/main.ts`, embed: `${import.meta.dirname}/embed.ts` },
      output: { format: 'es', entryFileNames: '[name].js' },
    },
  },
});
