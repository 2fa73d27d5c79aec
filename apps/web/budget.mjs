/** What the first visit's JavaScript weighs: the entry, all that it imports at once and the words of one language, gzipped. Too much fails the build. */
import { gzipSync } from 'node:zlib';

/** @returns {import('vite').Plugin} */
export function firstVisitBudget(limitKilobytes) {
  return {
    name: 'isegoria:first-visit-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const files = firstVisit(bundle);
      const bytes = files.reduce((sum, file) => sum + gzipSync(bundle[file].code, { level: 9 }).length, 0);
      const kilobytes = Math.round(bytes / 100) / 10;
      if (kilobytes > limitKilobytes) this.error(`The first visit's JavaScript weighs ${kilobytes} kB gzipped; the budget is ${limitKilobytes} kB.`);
      this.emitFile({ type: 'asset', fileName: 'first-visit.json', source: JSON.stringify({ kilobytes, limitKilobytes, files }) });
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
  chunks.filter(({ isEntry, name }) => isEntry || name === 'words-el-first').forEach(({ fileName }) => follow(fileName));
  return [...seen];
}
