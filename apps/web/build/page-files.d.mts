import type { Plugin } from 'vite';

/** Writes `page-files.json`: the code, styles and fonts that each address needs, for the server to name in the page. */
export function pageFiles(): Plugin;
