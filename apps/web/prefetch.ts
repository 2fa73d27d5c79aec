import { fetchDialog } from '@isegoria/ui/web';
import { matchRoutes } from 'react-router';

/** The table of all pages but the first. */
export const fetchPages = () => import('./pages');

/**
 * Fetches a page's code when a finger, a mouse or the focus comes to a link, so that it is there when the press comes. The
 * table of pages, and the window of dialogs, come with the first such move anywhere, most often before a link or a button is reached.
 */
export function prefetchPages(): void {
  // What fails now is tried again, and told, when the page is really asked for.
  for (const event of ['pointerover', 'focusin', 'touchstart']) document.addEventListener(event, ({ target }) => void prefetch(target).catch(() => undefined), { passive: true });
}

async function prefetch(target: EventTarget | null): Promise<void> {
  const [{ pageRoutes }] = await Promise.all([fetchPages(), fetchDialog()]);
  const link = target instanceof Element ? target.closest('a') : null;
  if (!link || link.origin !== location.origin || link.download) return;
  for (const { route } of matchRoutes(pageRoutes, link.pathname) ?? []) {
    const handle: unknown = route.handle;
    if (typeof handle === 'object' && handle !== null && 'fetchPage' in handle && typeof handle.fetchPage === 'function') await handle.fetchPage();
  }
}
