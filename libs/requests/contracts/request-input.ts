import * as z from 'zod/mini';
import { requestSteps } from './request-status';

/** The measures of a request, the same on the page, in the rules and in the store. */
export const requestLimits = {
  text: 4000, place: 160, answer: 200, pictures: 4, answers: 20, word: 2000, wordMin: 10, step: 4000, stepMin: 10, note: 4000, contactName: 120, phone: 30, email: 254,
  serviceName: 80, serviceDescription: 600, group: 60, notice: 600, keywords: 40, keyword: 40, questions: 12, question: 160, hint: 200, choices: 40, choice: 80, days: 365, metres: 500,
  templateName: 80, templateText: 2000, sourceName: 80, atOnce: 50,
};
const limits = requestLimits;

const words = (longest: number, shortest = 0) => z.string().check(z.trim(), z.minLength(Math.min(shortest, 1)), z.minLength(shortest), z.maxLength(longest));
const id = z.string().check(z.regex(/^[\w-]{1,60}$/));
const optional = <T extends z.core.SomeType>(schema: T) => z.optional(z.nullable(schema));
const pictures = z.array(id).check(z.maxLength(limits.pictures));
const both = (longest: number, shortest = 0) => z.object({ el: words(longest, shortest), en: words(longest) });

export const requestNonce = z.string().check(z.minLength(8), z.maxLength(64), z.regex(/^[\w-]+$/));

/** What somebody reports. What a service asks besides, the rules say. */
export const serviceRequestInput = z.object({
  serviceId: id,
  text: words(limits.text),
  place: z.object({
    label: words(limits.place, 1),
    lat: optional(z.number().check(z.minimum(-90), z.maximum(90))),
    lng: optional(z.number().check(z.minimum(-180), z.maximum(180))),
  }),
  districtId: optional(id),
  answers: z.array(z.object({ questionId: id, values: z.array(words(limits.answer)).check(z.maxLength(limits.choices)) })).check(z.maxLength(limits.answers)),
  pictures,
  isNamed: z.boolean(),
});

/** Whoever asks by phone or at the desk may leave all of it empty: then nobody can be told. */
export const contactInput = z.object({
  name: words(limits.contactName),
  phone: words(limits.phone).check(z.regex(/^[\d\s+()./-]*$/)),
  email: words(limits.email).check(z.refine((email) => email === '' || /^\S+@\S+\.\S+$/.test(email))),
});

/** Why it is needed no longer; may be left empty. */
export const withdrawalInput = z.object({ text: words(limits.word) });

/** What a moderator sent back, put right. */
export const correctionInput = z.object({ text: words(limits.text), pictures });

/** Whoever says that it is not fixed says what is still wrong. */
export const wordInput = z.object({ isFixed: z.boolean(), text: words(limits.word), pictures }).check(
  z.check(({ value, issues }) => {
    if (!value.isFixed && value.text.trim().length < limits.wordMin) issues.push({ code: 'too_small', origin: 'string', minimum: value.text.trim() ? limits.wordMin : 1, inclusive: true, input: value.text, path: ['text'] });
  }),
);

/** A department's public step. What each step needs besides (a day, a reason, the other request), the rules say. */
export const stepInput = z.object({
  step: z.enum(requestSteps),
  text: words(limits.step),
  expectedAt: optional(z.date()),
  reason: optional(z.enum(['unable', 'referred', 'duplicate', 'notFound', 'notNeeded'])),
  duplicateOf: optional(id),
  pictures,
});

export const noteInput = z.object({ text: words(limits.note, 1) });
export const passInput = z.object({ serviceId: id, text: words(limits.step, limits.stepMin) });

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
  keywords: z.array(words(limits.keyword, 1)).check(z.maxLength(limits.keywords)),
  departmentId: id,
  days: z.int().check(z.minimum(1), z.maximum(limits.days)),
  notice: both(limits.notice),
  questions: z.array(question).check(z.maxLength(limits.questions)),
  nearMetres: z.int().check(z.minimum(0), z.maximum(limits.metres)),
  isPrivate: z.boolean(),
  waits: z.boolean(),
});

export const templateInput = z.object({ name: words(limits.templateName, 1), text: words(limits.templateText, 1), step: optional(stepInput.shape.step), departmentId: id });
export const sourceInput = z.object({ name: words(limits.sourceName, 1) });

export type ServiceRequestFields = z.infer<typeof serviceRequestInput>;
export type StepFields = z.infer<typeof stepInput>;
export type ServiceFields = z.infer<typeof serviceInput>;
