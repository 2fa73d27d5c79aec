import { written } from '@isegoria/kernel/contracts';
import * as z from 'zod/mini';

/** The measures of a word of the city, the same on the page and in the store. */
export const wordLimits = { text: 1500, textMin: 20 };

/** What the city may say that it found. */
export const findings = ['examining', 'explained', 'unexplained'] as const;

export const wordInput = z.object({ finding: z.enum(findings), text: written(wordLimits.text, wordLimits.textMin) });
