import { bilingual } from '@isegoria/kernel/contracts';
import * as z from 'zod/mini';
import type { PhaseSettings } from './processes.gen';

/** What a process collects. The slices that collect it stand above this one. */
export const processKinds = ['proposals', 'evaluations', 'budgets', 'debates'] as const;
export type ProcessKind = (typeof processKinds)[number];

const admission = z.enum(['wait', 'public', 'closed']);

/** What may be done in a phase; one rule for the form, the server and the seeds. */
export const phaseSettings = z.object({
  contributions: admission,
  comments: admission,
  supports: z.boolean(),
  criteria: z.array(z.object({ id: z.string().check(z.regex(/^[a-z][a-z_]{1,30}$/)), label: bilingual(60), question: bilingual(200) })).check(z.maxLength(8)),
  districts: z.optional(z.nullable(z.array(z.string().check(z.maxLength(60))).check(z.maxLength(100)))),
  answerWithinDays: z.int().check(z.gte(1), z.lte(365)),
  evaluation: z.optional(z.nullable(z.object({
    requestsToOpen: z.int().check(z.gte(1), z.lte(10_000)),
    openTypes: z.array(z.string().check(z.maxLength(20))).check(z.maxLength(60)),
    secondRoundAfterDays: z.optional(z.nullable(z.int().check(z.gte(1), z.lte(1500)))),
  }))),
});

/** Which process, and which of its revisions was read before the change. */
const read = { processId: z.string().check(z.maxLength(60)), revision: z.int() };
const phase = { name: bilingual(80), summary: bilingual(300), opensAt: z.date(), closesAt: z.date(), settings: phaseSettings };
const closesAfterItOpens = z.refine<{ opensAt: Date; closesAt: Date }>(({ opensAt, closesAt }) => opensAt < closesAt, { path: ['closesAt'], error: 'closes before it opens' });

export const phaseInput = z.object({ ...read, phaseId: z.string().check(z.maxLength(60)), ...phase }).check(closesAfterItOpens);
export const newPhaseInput = z.object({ ...read, pattern: z.string().check(z.minLength(1), z.maxLength(60)), ...phase }).check(closesAfterItOpens);

const texts = { title: bilingual(120), summary: bilingual(600) };

export const newProcessInput = z.object({ kind: z.enum(processKinds), ...texts });
export const processInput = z.object({ ...read, ...texts });

export type PhaseForm = z.infer<typeof phaseInput>;
export type NewPhaseForm = z.infer<typeof newPhaseInput>;
export type NewProcessForm = z.infer<typeof newProcessInput>;
export type ProcessForm = z.infer<typeof processInput>;

/** How acts come before the citizens where nothing else is said: regulations, budgets and town planning at once, the rest when enough ask. */
export const usualEvaluation = { requestsToOpen: 25, openTypes: ['Α.2', 'Β.1.1', '2.4.6.1'], secondRoundAfterDays: null } satisfies PhaseSettings['evaluation'];

/** What a phase is set to where nothing else is said: careful with what is new, open to talk. */
export const usualSettings: PhaseSettings = {
  contributions: 'wait',
  comments: 'public',
  supports: true,
  criteria: [],
  districts: null,
  answerWithinDays: 30,
  evaluation: null,
};
