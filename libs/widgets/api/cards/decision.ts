import { percents } from '@isegoria/evaluations/contracts';
import type { Localized } from '@isegoria/kernel/contracts';
import type { Card } from '@isegoria/widgets/contracts';
import type { MakeCard, Maker } from '../card-maker';

interface Found {
  decision: {
    subject: string;
    plainWords: { title: Localized } | null;
    status: 'PUBLISHED' | 'REVOKED';
    opinion: { people: number; headline: Localized; criteria: { label: Localized; counts: number[]; answered: number }[] };
  } | null;
  /** An act that is weighed together with others has none of its own. */
  ballot: { isOpen: boolean } | null;
}

const QUERY = `query WidgetDecision($id: ID!, $ballot: ID!) {
  decision(id: $id) { subject plainWords { title { el en } } status opinion { people headline { el en } criteria { label { el en } counts answered } } }
  ballot(id: $ballot) { isOpen }
}`;

export const decisionCard: MakeCard = async (maker, id) => {
  const { t, n, lt, locale } = maker;
  const found = await maker.ask<Found>(QUERY, { id, ballot: `decision:${id}` });
  const decision = found?.decision;
  if (!decision) return null;
  const { plainWords, subject, status, opinion } = decision;
  const { people, headline, criteria } = opinion;
  return {
    title: plainWords ? lt(plainWords.title) : subject,
    titleLang: plainWords ? locale : 'el',
    href: `/decisions/${encodeURIComponent(id)}`,
    lead: status === 'REVOKED' ? t('decision.revoked') : people > 0 ? lt(headline) : t('decision.nobody'),
    figures: [{ value: n(people), label: t('decision.people', { count: people }) }],
    bars: people > 0 ? criteria.map((criterion) => barOf(maker, criterion)) : [],
    act: status === 'PUBLISHED' && found.ballot?.isOpen ? { label: t('decision.act'), href: `/act/decision/${encodeURIComponent(id)}` } : null,
  };
};

/** Five steps, worst to best; beside them the share of the best two. */
function barOf({ t, lt }: Maker, { label, counts, answered }: { label: Localized; counts: number[]; answered: number }): Card['bars'][number] {
  const parts = percents(counts);
  const spoken = parts.map((percent, at) => `${t(`decision.step.${at + 1}`)} ${percent} %`).join(', ');
  return { label: lt(label), form: 'scale', parts, said: t('decision.favourable', { percent: (parts[3] ?? 0) + (parts[4] ?? 0) }), spoken: `${spoken}. ${t('decision.answered', { count: answered })}` };
}
