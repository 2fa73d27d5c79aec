import type { Localized } from '@isegoria/kernel/contracts';
import type { MakeCard } from '../card-maker';
import { type FoundWeighing, WEIGHING, weighedPart, weighingOf } from './weighed';

interface Found extends FoundWeighing {
  choice: { title: Localized; dissolvedAt: string | null; acts: { id: string }[] } | null;
}

const QUERY = `query WidgetChoice($id: ID!, $subject: SubjectInput!, $first: ID!, $second: ID!) {
  choice(id: $id) { title { el en } dissolvedAt acts { id } }
  ${WEIGHING}
}`;

/** Several acts that are weighed as one. */
export const choiceCard: MakeCard = async (maker, id) => {
  const { t, n, lt } = maker;
  const subject = { kind: 'choice', id };
  const found = await maker.ask<Found>(QUERY, { id, ...weighingOf(subject) });
  const choice = found?.choice;
  if (!choice) return null;
  const part = weighedPart(maker, subject, found, choice.dissolvedAt ? t('choice.dissolved') : '');
  const acts = choice.acts.length;
  return {
    ...part,
    label: t('label.choice'),
    title: lt(choice.title),
    href: `/choices/${encodeURIComponent(id)}`,
    figures: [...part.figures, ...(acts > 0 ? [{ value: n(acts), label: t('choice.acts', { count: acts }) }] : [])],
  };
};
