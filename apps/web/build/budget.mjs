/**
 * What the first visit's JavaScript weighs, gzipped: the shell and all that it imports at once, and
 * what the home page fetches by itself: its parts, the live line, the count of the visit. Too much fails the build.
 */
import { gzipSync } from 'node:zlib';

const FIRST = [
  ({ isEntry }) => isEntry,
  ({ moduleIds }) => moduleIds.some((id) => id.endsWith('/apps/web/home-parts.tsx')),
  ({ moduleIds }) => moduleIds.some((id) => id.endsWith('/insights/web/visit.ts')),
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
