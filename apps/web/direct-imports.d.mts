import type { Plugin } from 'vite';

/** Puts the words of all slices into two files a language: `virtual:words/<locale>/first` and `/rest`. */
export function directImports(): Plugin;
