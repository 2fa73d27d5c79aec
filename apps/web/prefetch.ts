import { matchRoutes } from 'react-router';
import { routes } from './router';

/** Fetches a page's code when a finger, a mouse or the focus comes to a link, so that it is there when the press comes. */
export function prefetchPages(): void {
  for (const event of ['pointerover', 'focusin', 'touchstart']) document.addEventListener(event, prefetch, { passive: true });
}

function prefetch({ target }: Event): void {
  const link = target instanceof Element ? target.closest('a') : null;
  if (!link || link.origin !== location.origin || link.download) return;
  for (const { route } of matchRoutes(routes, link.pathname) ?? []) {
    const handle: unknown = route.handle;
    // What fails now is tried again, and told, when the page is really asked for.
    if (typeof handle === 'object' && handle !== null && 'fetchPage' in handle && typeof handle.fetchPage === 'function') void handle.fetchPage().catch(() => undefined);
  }
}
