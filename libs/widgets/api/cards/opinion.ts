import { type Localized, parseSubject } from '@isegoria/kernel/contracts';
import type { Card } from '@isegoria/widgets/contracts';
import { type MakeCard, type Maker, percentOf } from '../card-maker';

interface Finding {
  statement: string;
  text: string;
  agrees: number;
  disagrees: number;
  passes: number;
}

interface Found {
  opinions: {
    title: Localized;
    open: boolean;
    statements: number;
    next: { id: string; text: string } | null;
    map: { participants: number; agreed: Finding[]; split: Finding[]; findings: Finding[] } | null;
  } | null;
}

const QUERY = `query WidgetOpinion($subject: SubjectInput!) {
  opinions(subject: $subject) { title { el en } open statements next { id text } map { participants agreed { ...F } split { ...F } findings { ...F } } }
}
fragment F on OpinionFinding { statement text agrees disagrees passes }`;

/** One statement with what people said to it. Where none is named: what all groups agree on, or what parts them. */
export const opinionCard: MakeCard = async (maker, of, part) => {
  const { t, lt, n, locale } = maker;
  const subject = parseSubject(of);
  const opinions = subject && (await maker.ask<Found>(QUERY, { subject }))?.opinions;
  if (!subject || !opinions) return null;
  const { map, next, title, open, statements } = opinions;
  const all = map?.findings ?? [];
  const finding = part ? all.find(({ statement }) => statement === part) : (map?.agreed[0] ?? map?.split[0] ?? all[0]);
  const text = finding?.text ?? (!part || next?.id === part ? next?.text : undefined);
  if (part && !text) return null;
  const page = `${encodeURIComponent(subject.kind)}/${encodeURIComponent(subject.id)}`;
  const participants = map?.participants ?? 0;
  return {
    label: t('opinion.about', { title: lt(title) }),
    title: text ?? lt(title),
    // A statement, or a title without an English one, stands in Greek.
    titleLang: text || title.el === title.en ? 'el' : locale,
    href: `/opinions/${page}`,
    lead: finding ? '' : t(text ? 'opinion.few' : 'opinion.none'),
    figures: [
      { value: n(participants), label: t('opinion.people', { count: participants }) },
      { value: n(statements), label: t('opinion.statements', { count: statements }) },
    ],
    bars: finding ? barsOf(maker, finding) : [],
    act: open ? { label: t('opinion.act'), href: `/act/opinion/${encodeURIComponent(of)}` } : null,
  };
};

function barsOf({ t, n }: Maker, { agrees, disagrees, passes }: Finding): Card['bars'] {
  const people = agrees + disagrees + passes;
  return Object.entries({ agrees, disagrees, passes }).map(([answer, count]) => {
    const percent = percentOf(count, people);
    return { label: t(`opinion.${answer}`), form: 'share', parts: [percent], said: `${percent}%`, spoken: `${percent}%, ${n(count)}` };
  });
}
