/** Beside each text file of the build its gzip and brotli twin, so that the server compresses nothing while citizens wait. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const WORTH = /\.(js|css|svg|json|txt)$/;
const LEAST = 1024;

/** @returns {import('vite').Plugin} */
export function precompress() {
  return {
    name: 'isegoria:precompress',
    apply: 'build',
    writeBundle({ dir }) {
      for (const file of readdirSync(dir, { recursive: true, encoding: 'utf8' })) if (WORTH.test(file)) compress(join(dir, file));
    },
  };
}

function compress(path) {
  const text = readFileSync(path);
  if (text.length < LEAST) return;
  writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
  writeFileSync(`${path}.br`, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length } }));
}
