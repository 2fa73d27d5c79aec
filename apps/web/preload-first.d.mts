import type { Plugin } from 'vite';

/** Asks for the reader's words, the home page's parts or the table of the other pages, and the first fonts together with the script. */
export function preloadFirst(): Plugin;
