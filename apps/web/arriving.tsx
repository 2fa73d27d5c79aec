import { Link, useLocation } from 'react-router';
import './arriving.css';

/** What the server wrote of a page before any script: to be read until the page itself is there. */
interface Arriving {
  title: string;
  lang: string;
  text: string;
  above: { title: string; path: string } | null;
  frame: string | undefined;
}

const arriving = arrivingIn(document);

/** The first words of the first page of a visit, while its code or its answer is on its way: the shell's styles hide them as soon as neither is. */
export function ArrivingWords({ className }: { className: string | undefined }) {
  const isFirst = useLocation().key === 'default';
  if (!arriving || !isFirst) return null;
  const { title, lang, text, above, frame } = arriving;
  return (
    <div className={`arriving-words ${className ?? ''}`} data-frame={frame}>
      {above && (
        <Link className="arriving-up" to={above.path}>
          {above.title}
        </Link>
      )}
      <p className="arriving-title" lang={lang}>
        {title}
      </p>
      <p lang={lang}>{text}</p>
    </div>
  );
}

function arrivingIn(page: Document): Arriving | null {
  const words = page.querySelector<HTMLElement>('.arriving-words:not([data-frame=band])');
  const title = words?.querySelector('h1');
  const up = words?.querySelector('a');
  if (!title) return null;
  return {
    title: title.textContent,
    lang: title.lang,
    text: words?.querySelector('p')?.textContent ?? '',
    frame: words?.dataset['frame'],
    above: up ? { title: up.textContent, path: up.pathname } : null,
  };
}
