import { bilingual, maybe, nonceText, shortId, written } from '@isegoria/kernel/contracts';
import * as z from 'zod/mini';
import { requestSteps } from './request-status';

/** The measures of a request, the same on the page, in the rules and in the store. */
export const requestLimits = {
  text: 4000, place: 160, answer: 200, pictures: 4, answers: 20, word: 2000, wordMin: 10, step: 4000, stepMin: 10, note: 4000, contactName: 120, phone: 30, email: 254,
  serviceName: 80, serviceDescription: 600, group: 60, notice: 600, keywords: 40, keyword: 40, questions: 12, question: 160, hint: 200, choices: 40, choice: 80, days: 365, metres: 500,
  templateName: 80, templateText: 2000, sourceName: 80, atOnce: 50,
};
const limits = requestLimits;

const id = shortId();
const pictures = z.array(id).check(z.maxLength(limits.pictures));
/** The Greek is asked for, the English may be left out. */
const both = (longest: number, shortest = 0) => bilingual(longest, { shortest, english: 'optional' });

export const requestNonce = nonceText();

/** What somebody reports. What a service asks besides, the rules say. */
export const serviceRequestInput = z.object({
  serviceId: id,
  text: written(limits.text),
  place: z.object({
    label: written(limits.place, 1),
    lat: maybe(z.number().check(z.minimum(-90), z.maximum(90))),
    lng: maybe(z.number().check(z.minimum(-180), z.maximum(180))),
  }),
  districtId: maybe(id),
  answers: z.array(z.object({ questionId: id, values: z.array(written(limits.answer)).check(z.maxLength(limits.choices)) })).check(z.maxLength(limits.answers)),
  pictures,
  isNamed: z.boolean(),
});

/** Whoever asks by phone or at the desk may leave all of it empty: then nobody can be told. */
export const contactInput = z.object({
  name: written(limits.contactName),
  phone: written(limits.phone).check(z.regex(/^[\d\s+()./-]*$/)),
  email: written(limits.email).check(z.refine((email) => email === '' || /^\S+@\S+\.\S+$/.test(email))),
});

/** Why it is needed no longer; may be left empty. */
export const withdrawalInput = z.object({ text: written(limits.word) });

/** What a moderator sent back, put right. */
export const correctionInput = z.object({ text: written(limits.text), pictures });

/** Whoever says that it is not fixed says what is still wrong. */
export const wordInput = z.object({ isFixed: z.boolean(), text: written(limits.word), pictures }).check(
  z.check(({ value, issues }) => {
    if (!value.isFixed && value.text.trim().length < limits.wordMin) issues.push({ code: 'too_small', origin: 'string', minimum: value.text.trim() ? limits.wordMin : 1, inclusive: true, input: value.text, path: ['text'] });
  }),
);

/** A department's public step. What each step needs besides (a day, a reason, the other request), the rules say. */
export const stepInput = z.object({
  step: z.enum(requestSteps),
  text: written(limits.step),
  expectedAt: maybe(z.date()),
  reason: maybe(z.enum(['unable', 'referred', 'duplicate', 'notFound', 'notNeeded'])),
  duplicateOf: maybe(id),
  pictures,
});

export const noteInput = z.object({ text: written(limits.note, 1) });
export const passInput = z.object({ serviceId: id, text: written(limits.step, limits.stepMin) });

const question = z.object({
  id,
  text: both(limits.question, 1),
  hint: both(limits.hint),
  type: z.enum(['text', 'number', 'choice', 'choices']),
  isRequired: z.boolean(),
  choices: z.array(z.object({ id, name: both(limits.choice, 1) })).check(z.maxLength(limits.choices)),
});

/** A service of the catalogue. */
export const serviceInput = z.object({
  name: both(limits.serviceName, 3),
  description: both(limits.serviceDescription),
  group: both(limits.group, 1),
  keywords: z.array(written(limits.keyword, 1)).check(z.maxLength(limits.keywords)),
  departmentId: id,
  days: z.int().check(z.minimum(1), z.maximum(limits.days)),
  notice: both(limits.notice),
  questions: z.array(question).check(z.maxLength(limits.questions)),
  nearMetres: z.int().check(z.minimum(0), z.maximum(limits.metres)),
  isPrivate: z.boolean(),
  waits: z.boolean(),
});

export const templateInput = z.object({ name: written(limits.templateName, 1), text: written(limits.templateText, 1), step: maybe(stepInput.shape.step), departmentId: id });
export const sourceInput = z.object({ name: written(limits.sourceName, 1) });

export type ServiceRequestFields = z.infer<typeof serviceRequestInput>;
export type StepFields = z.infer<typeof stepInput>;
export type ServiceFields = z.infer<typeof serviceInput>;
