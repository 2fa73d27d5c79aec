/**
 * What the first visit's JavaScript weighs, gzipped: the shell and all that it imports at once, the words of one language, and
 * what the home page fetches by itself: its parts, the live line, the count of the visit. Too much fails the build.
 */
import { gzipSync } from 'node:zlib';

const FIRST = [
  ({ name }) => name === 'shell',
  ({ name }) => name === 'words-el-first',
  ({ facadeModuleId }) => facadeModuleId?.endsWith('virtual:words/el/first'),
  ({ facadeModuleId }) => facadeModuleId?.endsWith('/apps/web/home-parts.tsx'),
  ({ facadeModuleId }) => facadeModuleId?.endsWith('/insights/web/visit.ts'),
  ({ facadeModuleId }) => facadeModuleId?.includes('/socket.io-client/'),
];

/** @returns {import('vite').Plugin} */
export function firstVisitBudget(limitKilobytes) {
  return {
    name: 'isegoria:first-visit-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const files = firstVisit(bundle);
      const bytes = files.reduce((sum, file) => sum + gzipSync(bundle[file].code, { level: 9 }).length, 0);
      if (bytes > limitKilobytes * 1000) this.error(`The first visit's JavaScript weighs ${bytes} bytes gzipped; the budget is ${limitKilobytes} kB.`);
      this.emitFile({ type: 'asset', fileName: 'first-visit.json', source: JSON.stringify({ bytes, limitKilobytes, files }) });
    },
  };
}

function firstVisit(bundle) {
  const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
  const seen = new Set();
  const follow = (file) => {
    if (seen.has(file) || bundle[file]?.type !== 'chunk') return;
    seen.add(file);
    bundle[file].imports.forEach(follow);
  };
  for (const isIt of FIRST) {
    const found = chunks.find(isIt);
    if (!found) throw new Error(`The budget of the first visit looks in vain for ${isIt}`);
    follow(found.fileName);
  }
  return [...seen];
}
