import type { Plugin } from 'vite';

/** Writes a gzip and a brotli twin beside each text file of the build. */
export function precompress(): Plugin;
