/**
 * The words arrive in a file of their own for each language, which the script would ask for only once it runs; so do the parts of
 * the home page, and the table of the other pages. A line in the page asks for what this reader needs at the same time as for
 * the script; and for the four fonts of the first lines.
 */

/** @returns {import('vite').Plugin} */
export function preloadFirst() {
  return {
    name: 'isegoria:preload-first',
    transformIndexHtml: { order: 'post', handler: (_html, { bundle }) => tagsFor(Object.keys(bundle ?? {})) },
  };
}

function tagsFor(files) {
  const named = (name) => files.find((file) => file.startsWith(`assets/${name}-`) && file.endsWith('.js'));
  const [el, en, home, pages] = ['words-el-first', 'words-en-first', 'home-parts', 'pages'].map(named);
  if (!el || !en || !home || !pages) return [];
  const script = `for(const f of [document.documentElement.lang==='en'?'/${en}':'/${el}',location.pathname==='/'?'/${home}':'/${pages}']){const l=document.createElement('link');l.rel='modulepreload';l.href=f;document.head.append(l)}`;
  return [{ tag: 'script', attrs: { nonce: '%NONCE%' }, children: script, injectTo: 'head' }, ...files.filter(isFont).map(preload)];
}

const isFont = (file) => /(greek|latin)-wght-normal.*\.woff2$/.test(file);

const preload = (file) => ({ tag: 'link', attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: '' }, injectTo: 'head' });
