/**
 * The words arrive in a file of their own for each language, which the script would ask for only once it runs. A line in
 * the page asks for the reader's language at the same time as for the script; and for the four fonts of the first lines.
 */

/** @returns {import('vite').Plugin} */
export function preloadWords() {
  return {
    name: 'isegoria:preload-words',
    transformIndexHtml: { order: 'post', handler: (_html, { bundle }) => tagsFor(Object.keys(bundle ?? {})) },
  };
}

function tagsFor(files) {
  const wordsIn = (locale) => files.find((file) => file.startsWith(`assets/words-${locale}-first-`));
  const [el, en] = ['el', 'en'].map(wordsIn);
  if (!el || !en) return [];
  const script = `{const l=document.createElement('link');l.rel='modulepreload';l.href=document.documentElement.lang==='en'?'/${en}':'/${el}';document.head.append(l)}`;
  return [{ tag: 'script', attrs: { nonce: '%NONCE%' }, children: script, injectTo: 'head' }, ...files.filter(isFont).map(preload)];
}

const isFont = (file) => /(greek|latin)-wght-normal.*\.woff2$/.test(file);

const preload = (file) => ({ tag: 'link', attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: '' }, injectTo: 'head' });
