/**
 * What the first visit's JavaScript weighs, gzipped: the entry and all that it imports at once, the words of one language, and
 * what the home page fetches by itself: its parts, the live line, the count of the visit. Too much fails the build.
 */
import { gzipSync } from 'node:zlib';

const FETCHED = /apps\/web\/home-parts\.tsx$|socket\.io-client\/|insights\/web\/visit\.ts$/;
const isFirst = ({ isEntry, name, facadeModuleId }) => isEntry || name === 'words-el-first' || FETCHED.test(facadeModuleId ?? '');

/** @returns {import('vite').Plugin} */
export function firstVisitBudget(limitKilobytes) {
  return {
    name: 'isegoria:first-visit-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const files = firstVisit(bundle);
      const bytes = files.reduce((sum, file) => sum + gzipSync(bundle[file].code, { level: 9 }).length, 0);
      const kilobytes = Math.round(bytes / 100) / 10;
      if (bytes > limitKilobytes * 1000) this.error(`The first visit's JavaScript weighs ${kilobytes} kB gzipped; the budget is ${limitKilobytes} kB.`);
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
  chunks.filter(isFirst).forEach(({ fileName }) => follow(fileName));
  return [...seen];
}
