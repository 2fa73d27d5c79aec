import type { Plugin } from 'vite';

/** Lets every import from a slice's index go straight to the file in which the thing stands. */
export function directImports(): Plugin;
