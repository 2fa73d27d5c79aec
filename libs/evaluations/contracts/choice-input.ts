import { bilingual, daysUntil, type FieldProblem, nonceText, problemsOf, written } from '@isegoria/kernel/contracts';
import * as z from 'zod/mini';

/** The longest words of a choice and of a reply, and how many acts and links a choice may have. */
export const choiceLimits = { title: 140, text: 1500, acts: 200, links: 20, said: 400, did: 2000, promise: 300 };

const subject = z.object({ kind: z.enum(['proposal', 'project']), id: z.string().check(z.minLength(1), z.maxLength(120)) });

/** A choice as an official writes it: one rule for the form and the server. */
export const choiceSchema = z.object({
  title: bilingual(choiceLimits.title, { english: 'optional' }),
  text: bilingual(choiceLimits.text, { english: 'optional' }),
  actIds: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(choiceLimits.acts)),
  links: z.array(subject).check(z.maxLength(choiceLimits.links)),
});

/** A new choice has acts; only one that stands may be emptied, and is dissolved by it. */
export const newChoiceSchema = z.extend(choiceSchema, { actIds: z.array(z.string().check(z.maxLength(60))).check(z.minLength(1), z.maxLength(choiceLimits.acts)) });

/** A service's reply. A promise has a date, and a date a promise. */
const replySchema = z
  .object({
    said: written(choiceLimits.said, 1),
    did: written(choiceLimits.did, 1),
    promise: written(choiceLimits.promise),
    dueAt: z.nullable(z.date()),
    nonce: nonceText(),
  })
  .check(z.refine(({ promise, dueAt }) => promise === '' || dueAt !== null, { path: ['dueAt'], error: 'a promise has a date' }))
  .check(z.refine(({ promise, dueAt }) => dueAt === null || promise !== '', { path: ['promise'], error: 'a date has a promise' }));

/** What is wrong with a reply. Nobody promises for a day that is over in the city. */
export function replyProblems(reply: z.infer<typeof replySchema>, now: Date): FieldProblem[] {
  const problems = problemsOf(replySchema, reply);
  const isPast = reply.dueAt !== null && daysUntil(reply.dueAt, now) < 0;
  return isPast && problems.every(({ field }) => field !== 'dueAt') ? [...problems, { field: 'dueAt', code: 'too_small', limit: null }] : problems;
}

/** The thing that an address of this city's site leads to, where a choice may answer it. */
export function linkedSubject(address: string): { kind: 'proposal' | 'project'; id: string } | null {
  const path = address.trim().replace(/^https?:\/\/[^/]+/, '').split(/[?#]/)[0] ?? '';
  const [, proposal] = /^\/proposals\/([\w-]{1,120})$/.exec(path) ?? [];
  if (proposal) return { kind: 'proposal', id: proposal };
  const [, project] = /^\/budgets\/[\w-]+\/projects\/([\w.-]{1,120})$/.exec(path) ?? [];
  return project ? { kind: 'project', id: project } : null;
}
