/** The service worker of a build, and the one that takes it away. It carries the build's mark: another build is another worker, which browsers see by its bytes. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const HERE = join(import.meta.dirname, '..');

/** @returns {import('vite').Plugin} */
export function serviceWorker() {
  return {
    name: 'isegoria:service-worker',
    apply: 'build',
    generateBundle(_options, bundle) {
      const mark = createHash('sha256').update(Object.keys(bundle).sort().join('\n'));
      for (const file of readdirSync(join(HERE, 'public/offline')).sort()) mark.update(readFileSync(join(HERE, 'public/offline', file)));
      const version = mark.digest('hex').slice(0, 12);
      for (const name of ['sw.js', 'gone.js']) {
        const source = readFileSync(join(HERE, 'worker', name), 'utf8').replace('%VERSION%', version);
        this.emitFile({ type: 'asset', fileName: `worker/${name}`, source });
      }
    },
  };
}
