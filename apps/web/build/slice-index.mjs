/** Where the things stand that a slice's index names. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const LINE = /export \{([^}]*)\} from '([^']+)'/g;
const LIBS = join(import.meta.dirname, '../../../libs');

/** The file of a name, and what it is called there. What the index does not pass on stands in the index itself. */
export function standsIn(index, name) {
  for (const [, names, from] of readFileSync(index, 'utf8').matchAll(LINE)) {
    const found = names.split(',').map((each) => each.trim().split(' as ')).find((each) => each.at(-1) === name);
    if (!found) continue;
    const file = fileOf(dirname(index), from);
    return /\/index\.ts$/.test(file) ? standsIn(file, found[0]) : { file, name: found[0] };
  }
  return { file: index, name };
}

/** The file that an import in a folder means; null for what is not ours. */
export function fileOf(folder, from) {
  const [, own] = /^@isegoria\/(.+)$/.exec(from) ?? [];
  if (!own && !from.startsWith('.')) return null;
  const stem = own ? join(LIBS, own) : join(folder, from);
  return [stem, `${stem}.ts`, `${stem}.tsx`, join(stem, 'index.ts')].find((path) => /\.\w+$/.test(path) && existsSync(path)) ?? null;
}
