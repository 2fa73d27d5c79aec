import type { Localized } from '@isegoria/kernel/contracts';
import type { MakeCard } from '../card-maker';
import { choiceCard } from './choice';
import { type FoundWeighing, WEIGHING, weighedPart, weighingOf } from './weighed';

interface Found extends FoundWeighing {
  decision: { subject: string; plainWords: { title: Localized } | null; status: 'PUBLISHED' | 'REVOKED'; choice: { id: string } | null } | null;
}

const QUERY = `query WidgetDecision($id: ID!, $subject: SubjectInput!, $first: ID!, $second: ID!) {
  decision(id: $id) { subject plainWords { title { el en } } status choice { id } }
  ${WEIGHING}
}`;

/** One act; as part of a choice, the choice, which is what people weigh, with the act named in it. */
export const decisionCard: MakeCard = async (maker, id, part) => {
  const { t, lt, locale } = maker;
  const subject = { kind: 'decision', id };
  const found = await maker.ask<Found>(QUERY, { id, ...weighingOf(subject) });
  const decision = found?.decision;
  if (!decision) return null;
  const named = {
    title: decision.plainWords ? lt(decision.plainWords.title) : decision.subject,
    titleLang: decision.plainWords ? locale : 'el',
    href: `/decisions/${encodeURIComponent(id)}`,
  };
  if (decision.choice) {
    const choice = await choiceCard(maker, decision.choice.id, part);
    return choice && { ...choice, items: [{ title: named.title, lang: named.titleLang, href: named.href, note: t('decision.ofChoice') }] };
  }
  return { ...named, ...weighedPart(maker, subject, found, decision.status === 'REVOKED' ? t('decision.revoked') : '') };
};
