/** How the two scripts are packed: each in a function of its own, within its budget, with what lies beside them. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Puts each script into a function, and stops the build where one grew beyond its budget (bytes, gzipped) or would need a second file. */
export function shutIn(budget) {
  return {
    name: 'isegoria:shut-in',
    generateBundle(_options, bundle) {
      for (const [name, file] of Object.entries(bundle)) {
        if (file.type !== 'chunk') continue;
        if (file.imports.length > 0 || !(name in budget)) this.error(`${name} would be a file of its own: the widgets share too much code.`);
        file.code = `(()=>{${file.code.trim()}})();\n`;
        const weight = gzipSync(file.code, { level: 9 }).length;
        if (weight > budget[name]) this.error(`${name} weighs ${weight} bytes gzipped; its budget is ${budget[name]}.`);
      }
    },
  };
}

/** Lays files of this folder beside the scripts as they are. */
export function beside(names) {
  return {
    name: 'isegoria:beside',
    writeBundle({ dir }) {
      for (const name of names) copyFileSync(join(import.meta.dirname, name), join(dir, name));
    },
  };
}
