/**
 * `import code from './x.thread?thread'`: the module and all it imports as the text of one script, for a thread of its own
 * (`new Worker(new URL('data:text/javascript;base64,…'))`). The same in the build, in dev and in tests, where no built file exists.
 * Such a script stands nowhere: a package that asks where it stands is told the root, and what it would read beside itself it does not find.
 */
import { build } from 'vite';

const mark = '?thread';

export const threads = () => ({
  name: 'isegoria:threads',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!source.endsWith(mark)) return null;
    const found = await this.resolve(source.slice(0, -mark.length), importer, { skipSelf: true });
    return found ? `${found.id}${mark}` : null;
  },
  async load(id) {
    if (!id.endsWith(mark)) return null;
    const [code, files] = await bundled(id.slice(0, -mark.length));
    for (const file of files) this.addWatchFile(file);
    return `export default ${JSON.stringify(code)};`;
  },
});

async function bundled(file) {
  const { output } = await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { tsconfigPaths: true },
    ssr: { noExternal: true },
    define: { 'import.meta.url': JSON.stringify('file:///') },
    build: { ssr: file, target: 'node20', write: false, rollupOptions: { output: { format: 'es', codeSplitting: false } } },
  });
  return [output[0].code, output[0].moduleIds ?? []];
}
