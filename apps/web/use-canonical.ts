import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** The server names the page that was opened; a browser that shares a link takes this address, so it goes along with the reader. */
export function useCanonical(): void {
  const { pathname } = useLocation();
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel=canonical]');
    if (link) link.href = new URL(pathname, link.href).href;
  }, [pathname]);
}
