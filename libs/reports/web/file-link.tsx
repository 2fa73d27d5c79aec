import { announce, Notice, useWords } from '@isegoria/ui/web';
import { type MouseEvent, useRef, useState } from 'react';

/**
 * One file of a page. The page fetches it itself: a browser that downloads by itself shows a message of its own where the city is busy (503, 429), and nobody
 * reads there what is the matter and when to try again. The link stays one, to be copied or opened in another tab.
 */
export function FileLink({ path, label, onTrouble }: { path: string; label: string; onTrouble(sentence: string | null): void }) {
  const { t } = useWords('reports');
  const underway = useRef(false);
  const [pending, setPending] = useState(false);
  const take = async () => {
    if (underway.current) return;
    underway.current = true;
    setPending(true);
    onTrouble(null);
    announce(t('part.making'));
    onTrouble(await fetched(path).catch(() => t('failed.offline')));
    underway.current = false;
    setPending(false);
  };
  const press = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void take();
  };
  return (
    <a href={path} download aria-busy={pending} onClick={press}>
      {pending ? t('part.pending', { label }) : label}
    </a>
  );

  /** Gives the file to the browser, or answers the server's sentence why there is none. */
  async function fetched(from: string): Promise<string | null> {
    const answer = await fetch(from, { credentials: 'same-origin' });
    const isSentence = answer.headers.get('content-type')?.startsWith('text/plain') ?? false;
    if (!answer.ok) return isSentence ? (await answer.text()).trim() : t('failed.broken');
    save(await answer.blob(), nameIn(answer.headers.get('content-disposition') ?? ''));
    return null;
  }
}

/** What stands under the files where one of them did not come. */
export function FileTrouble({ sentence }: { sentence: string | null }) {
  return sentence === null ? null : (
    <Notice tone="problem" live>
      {sentence}
    </Notice>
  );
}

/** The name that the server gave (RFC 6266), with its Greek letters. */
export function nameIn(disposition: string): string {
  const written = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return written ? decodeURIComponent(written) : (/filename="([^"]+)"/.exec(disposition)?.[1] ?? 'isegoria');
}

function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser reads it after the click; a minute is more than it needs.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
