import type { Plugin } from 'vite';

/** Weighs the first visit's JavaScript, gzipped, and fails the build where it is more than the limit. */
export function firstVisitBudget(limitKilobytes: number): Plugin;
