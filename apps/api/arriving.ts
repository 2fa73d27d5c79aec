import type { Headline } from '@isegoria/kernel/api';
import { escaped } from '@isegoria/kernel/contracts';

/**
 * The first words of a page as HTML, for whoever waits for its scripts or has none: the city's bar, the way up, the headline and what it is about.
 * The classes are those of `apps/web/arriving.css`; the page takes the words over (`apps/web/arriving.tsx`) until its own are there.
 */
export function arrivingPage({ title, lang, text, above, frame }: Headline): string {
  const up = above ? `<a class="arriving-up" href="${escaped(above.path)}">${escaped(above.title)}</a>` : '';
  return `<div class="arriving"><header class="arriving-bar"><a href="/">Ισηγορία</a></header><main class="arriving-words" data-frame="${frame}">${up}<h1 lang="${escaped(lang)}">${escaped(title)}</h1><p lang="${escaped(lang)}">${escaped(text)}</p></main></div>`;
}
