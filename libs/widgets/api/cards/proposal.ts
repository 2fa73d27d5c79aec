import type { Localized } from '@isegoria/kernel/contracts';
import type { MakeCard, Maker } from '../card-maker';

interface Found {
  proposal: {
    title: string;
    lang: string;
    supports: number;
    argumentsFor: number;
    argumentsAgainst: number;
    answerDueAt: string | null;
    status: string;
    answer: { status: string; answeredAt: string; department: { name: Localized } | null } | null;
  } | null;
  ballot: { isOpen: boolean } | null;
}

const QUERY = `query WidgetProposal($id: ID!, $ballot: ID!) {
  proposal(id: $id) { title lang supports argumentsFor argumentsAgainst answerDueAt status answer { status answeredAt department { name { el en } } } }
  ballot(id: $ballot) { isOpen }
}`;

export const proposalCard: MakeCard = async (maker, id) => {
  const { t, n } = maker;
  const found = await maker.ask<Found>(QUERY, { id, ballot: `proposal:${id}` });
  const proposal = found?.proposal;
  if (!proposal) return null;
  const { title, lang, supports, argumentsFor, argumentsAgainst } = proposal;
  const path = encodeURIComponent(id);
  return {
    title,
    titleLang: lang,
    href: `/proposals/${path}`,
    lead: standing(maker, proposal),
    figures: [
      { value: n(supports), label: t('proposal.supports', { count: supports }) },
      { value: n(argumentsFor + argumentsAgainst), label: t('proposal.arguments', { count: argumentsFor + argumentsAgainst }) },
    ],
    act: found.ballot?.isOpen ? { label: t('proposal.act'), href: `/act/proposal/${path}` } : null,
  };
};

function standing({ t, lt, day }: Maker, { status, answer, answerDueAt }: NonNullable<Found['proposal']>): string {
  if (status === 'MERGED') return t('proposal.merged');
  if (answer) return t(`answer.${answer.status}`, { at: day(answer.answeredAt), by: answer.department ? lt(answer.department.name) : t('municipality') });
  return answerDueAt ? t('proposal.due', { at: day(answerDueAt) }) : '';
}
