import type { Plugin } from 'vite';

/** Puts the words of all slices into the scripts that say them, and all of a language into `virtual:words/<locale>`. */
export function wordsWithScripts(): Plugin;
