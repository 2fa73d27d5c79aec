/** How long after the first page the worker comes: that page has come to rest by then. */
const afterMs = 2000;

/** Lets the service worker in, where the pages were built with one. */
export function registerWorker(): void {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  // A browser that keeps nothing for us (a private window) shows the pages as ever.
  addEventListener('load', () => setTimeout(() => void navigator.serviceWorker.register('/sw.js').catch(() => undefined), afterMs));
}
