import { newId } from '@isegoria/kernel/api';

const dayMs = 86_400_000;

/** A moment so many days from now. */
export const inDays = (days: number): Date => new Date(Date.now() + days * dayMs);

export const anId = (): string => newId();
