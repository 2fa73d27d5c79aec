import type { Plugin } from 'vite';

/** Asks for the reader's words and the first fonts together with the script. */
export function preloadFirst(): Plugin;
