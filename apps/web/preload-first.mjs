/**
 * The words arrive in a file of their own for each language, which the script would ask for only once it runs; so do the parts of
 * the home page, and the table of the other pages. A line in the page asks for what this reader needs at the same time as for
 * the script; and for the four fonts of the first lines.
 */

/** @returns {import('vite').Plugin} */
export function preloadFirst() {
  return {
    name: 'isegoria:preload-first',
    transformIndexHtml: { order: 'post', handler: (_html, { bundle }) => (bundle ? tagsFor(bundle) : []) },
  };
}

function tagsFor(bundle) {
  const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
  const first = new Set(closure(bundle, chunks.find(({ name }) => name === 'shell').fileName));
  const from = (isIt) => JSON.stringify(closure(bundle, chunks.find(isIt).fileName).filter((file) => !first.has(file)).map((file) => `/${file}`));
  const [el, en] = ['el', 'en'].map((locale) => from(({ name }) => name === `words-${locale}-first`));
  const [home, pages] = ['home-parts', 'pages'].map((name) => from(({ facadeModuleId }) => facadeModuleId?.endsWith(`/apps/web/${name}.tsx`)));
  return [{ tag: 'script', attrs: { nonce: '%NONCE%' }, children: `for(const f of [...document.documentElement.lang==='en'?${en}:${el},...location.pathname==='/'?${home}:${pages}])${ASK}`, injectTo: 'head' }, ...Object.keys(bundle).filter(isFont).map(preload)];
}

const ASK = "{const l=document.createElement('link');if(f.endsWith('.css')){l.rel='preload';l.as='style'}else l.rel='modulepreload';l.crossOrigin='';l.href=f;document.head.append(l)}";

/** A script, its styles and all that it imports at once. */
function closure(bundle, file, seen = new Set()) {
  if (seen.has(file) || bundle[file]?.type !== 'chunk') return [...seen];
  seen.add(file);
  for (const style of bundle[file].viteMetadata?.importedCss ?? []) seen.add(style);
  for (const next of bundle[file].imports) closure(bundle, next, seen);
  return [...seen];
}

const isFont = (file) => /(greek|latin)-wght-normal.*\.woff2$/.test(file);

const preload = (file) => ({ tag: 'link', attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: '' }, injectTo: 'head' });
