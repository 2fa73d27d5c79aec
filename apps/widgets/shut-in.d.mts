import type { Plugin } from 'vite';

export function shutIn(budget: Record<string, number>): Plugin;
export function beside(names: string[]): Plugin;
