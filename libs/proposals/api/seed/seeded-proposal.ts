import type { Proposal as ProposalRecord } from '../proposal.schema';
import { nothingYet } from '../nothing-yet';
import { written } from '../proposal-words';
import { dueAt, stepDayOf } from '../proposals.rules';
import { standing } from '../standing';
import { voices, withdrawals } from './answer-texts';
import type { Idea } from './idea';
import type { Planned } from './plan';

const dayMs = 86_400_000;

interface Circumstances {
  id: string;
  at: number;
  authorId: string;
  departmentId: string | null;
  officialId: string;
  answersWithinDays: number;
  random: () => number;
  now: Date;
}

/** A planned proposal as it is stored, with the answer of its department where it has one. */
export function seededProposal({ category, title, text, corner, fate, publishedAt, idea }: Planned, { id, at, authorId, departmentId, officialId, answersWithinDays, random, now }: Circumstances): ProposalRecord {
  const waits = fate === 'WAITING';
  const says = (gap: string) => idea.titles.concat(idea.text).some((line) => line.includes(gap));
  const place = says('{square}') ? corner.square : says('{street}') || says('{in}') ? corner.street : null;
  const axes = {
    publication: waits ? ('waiting' as const) : fate === 'WITHDRAWN' ? ('withdrawn' as const) : ('public' as const),
    visibility: fate === 'HIDDEN' ? ('hidden' as const) : fate === 'RETURNED' ? ('returned' as const) : ('visible' as const),
    answered: fate === 'UNDER_EVALUATION' || fate === 'ACCEPTED' || fate === 'REJECTED' || fate === 'IMPLEMENTED' ? fate : ('NONE' as const),
  };
  const answers = axes.answered === 'NONE' ? [] : answersOf(axes.answered, departmentId ?? 'technical', { officialId, publishedAt, random, now, said: idea.said });
  const answeredAt = answers.at(-1)?.at ?? null;
  const createdAt = new Date(publishedAt.getTime() - Math.ceil(random() * 90) * 60_000);
  return {
    ...nothingYet,
    ...written(title, text),
    ...standing(axes),
    _id: id, authorId, lang: 'el', category, district: corner.district, departmentId,
    place: place ? { label: place.label.startsWith('Πλατεία') ? place.label : `Οδός ${place.label}`, lat: place.lat, lng: place.lng } : null,
    pictures: [],
    processId: waits ? 'harbour' : 'ideas',
    createdAt, touchedAt: answeredAt ?? publishedAt, submittedAt: publishedAt,
    publishedAt: waits ? null : publishedAt,
    activeAt: waits ? null : new Date(Math.max(answeredAt?.getTime() ?? 0, publishedAt.getTime() + (now.getTime() - publishedAt.getTime()) * random() ** 0.4)),
    answerDueAt: waits ? null : dueAt(publishedAt, answersWithinDays),
    answers, answeredAt, stepDay: stepDayOf(answers.at(-1)),
    remark: axes.visibility === 'visible' ? null : { decision: axes.visibility, rule: axes.visibility === 'hidden' ? 1 : 5, reason: 'Αναφέρει ιδιώτη με το όνομά του.', caseId: `demo-${at}`, at: new Date(publishedAt.getTime() + dayMs / 2) },
    withdrawal: fate === 'WITHDRAWN' ? { reason: withdrawals[at % withdrawals.length] ?? '', at: new Date(Math.min(publishedAt.getTime() + 6 * dayMs, now.getTime())) } : null,
    source: `demo:${at}`,
  };
}

interface Answering {
  officialId: string;
  publishedAt: Date;
  random: () => number;
  now: Date;
  /** What the department said in this case, where the city remembers it. */
  said?: Idea['said'];
}

/** A day that the department has named, some weeks from now. */
function dated({ text, nextStep, weeks, cost }: NonNullable<Idea['said']>, now: Date) {
  return { text, nextStep, nextStepAt: new Date(now.getTime() + weeks * 7 * dayMs), cost };
}

function answersOf(status: ProposalRecord['answers'][number]['status'], departmentId: string, { officialId, publishedAt, random, now, said }: Answering) {
  const voice = voices[departmentId] ?? voices['technical'];
  const age = now.getTime() - publishedAt.getTime();
  const one = (word: ProposalRecord['answers'][number]['status'], lines: string[] | undefined, share: number) => {
    const [text = '', nextStep = null, weeks = null] = (lines?.[Math.floor(random() * lines.length)] ?? '').split('|').map((part) => part.trim());
    const at = new Date(publishedAt.getTime() + Math.min(age * share, (10 + 40 * random() + 30 * share) * dayMs));
    const nextStepAt = weeks ? new Date(now.getTime() + Number(weeks) * 7 * dayMs * (0.4 + random())) : null;
    const cost = word === 'ACCEPTED' && random() < 0.6 ? Math.round((1500 + 60_000 * random() ** 2) / 500) * 500 : null;
    return { status: word, text, nextStep, nextStepAt, cost, departmentId, byId: officialId, at };
  };
  const first = one('UNDER_EVALUATION', voice?.evaluating, 0.3);
  if (status === 'UNDER_EVALUATION') return [said ? { ...first, ...dated(said, now) } : first];
  if (status === 'REJECTED') return [one('REJECTED', voice?.rejected, 0.6)];
  const accepted = one('ACCEPTED', voice?.accepted, 0.55);
  if (status === 'ACCEPTED') return random() < 0.5 ? [first, accepted] : [accepted];
  return [accepted, one('IMPLEMENTED', voice?.implemented, 0.9)];
}

/** A city does not only say that it is looking: the last answer of each other word came in these days, so many ago. */
const ofTheseDays = { IMPLEMENTED: 0.6, ACCEPTED: 1.7, REJECTED: 3.2 } as const;

export function answeredLately(made: readonly ProposalRecord[], now: Date): ProposalRecord[] {
  const lately = new Map(
    Object.entries(ofTheseDays).flatMap(([status, days]) => {
      const [last] = made.filter((one) => one.listed && one.status === status).sort((a, b) => Number(b.answeredAt) - Number(a.answeredAt));
      return last ? [[last._id, new Date(now.getTime() - days * dayMs)] as const] : [];
    }),
  );
  return made.map((one) => {
    const at = lately.get(one._id);
    return at ? { ...one, answers: one.answers.map((answer, place) => (place === one.answers.length - 1 ? { ...answer, at } : answer)), answeredAt: at, touchedAt: at, activeAt: at } : one;
  });
}
