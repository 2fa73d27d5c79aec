/** After each page test the page is taken down, and what jsdom lacks of a browser is there before it. */
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  sessionStorage.clear();
  localStorage.clear();
});
// Whether something appears is what is tested, not how busy the machine is.
configure({ asyncUtilTimeout: 10_000 });

window.matchMedia ??= (media) => ({ media, matches: false, addEventListener() {}, removeEventListener() {}, onchange: null, dispatchEvent: () => false });
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
globalThis.IntersectionObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
window.scrollTo = () => {};
Element.prototype.scrollIntoView ??= () => {};
globalThis.CSS ??= /** @type {typeof CSS} */ ({ escape: (text) => text.replace(/[^\w-]/g, '\\$&') });
