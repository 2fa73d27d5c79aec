/**
 * `import { Page } from '@isegoria/ui/web'` becomes an import of the file in which Page stands. A slice's index names much
 * more than one page uses; without it the bundler sees exactly what a page consists of, and can keep that together.
 * What an index does by itself (ui's brings the theme) comes along.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { standsIn } from './slice-index.mjs';

const LIBS = join(import.meta.dirname, '../../../libs');
const IMPORT = /^import \{([^}]*)\} from '@isegoria\/([\w-]+\/(?:web|contracts))';$/gm;

/** @returns {import('vite').Plugin} */
export function directImports() {
  return {
    name: 'isegoria:direct-imports',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/(libs|apps)\/.*\.tsx?$/ },
      handler: (code, id) => ({ code: code.replace(IMPORT, (_, names, from) => direct(names, from, dirname(id))), map: null }),
    },
  };
}

function direct(names, from, folder) {
  const index = join(LIBS, from, 'index.ts');
  if (!existsSync(index)) throw new Error(`${index} is not there.`);
  const own = [...readFileSync(index, 'utf8').matchAll(/^import '(\.[^']+)';$/gm)].map(([, file]) => `import '${pathTo(join(dirname(index), file), folder)}';`);
  const wanted = names.split(',').map((name) => name.trim()).filter((name) => name && !name.startsWith('type '));
  return [...own, ...wanted.map((name) => one(name, index, folder))].join(' ');
}

function one(name, index, folder) {
  const [exported, local = exported] = name.split(' as ');
  const { file, name: inside } = standsIn(index, exported);
  return `import { ${inside} as ${local} } from '${pathTo(file, folder)}';`;
}

const pathTo = (file, folder) => relative(folder, file).replace(/^(?!\.)/, './');
