import { Card, DateText, Timeline, type TimelineStep, useWords, type WordsOfSlice } from '@isegoria/ui/web';
import type { ShownProposal } from '../documents';
import { awaited } from '../status-tag';

/** What happened to a proposal so far, and what comes. */
export function ProposalStory({ proposal }: { proposal: ShownProposal }) {
  const words = useWords('proposals');
  const happened = proposal.timeline.map(({ name, at, answer }): TimelineStep => ({ title: words.t(answer ? `page.answered_${answer}` : `page.${name}`), when: <DateText at={at} />, state: 'done' }));
  return (
    <Card title={words.t('page.what')}>
      <Timeline label={words.t('page.what')} steps={[...happened, ...expected(proposal, words)]} />
    </Card>
  );
}

function expected(proposal: ShownProposal, { t, d }: WordsOfSlice): TimelineStep[] {
  const { status, answerDueAt, answer } = proposal;
  const until = awaited(proposal) ?? (status === 'UNDER_EVALUATION' && answerDueAt ? new Date(answerDueAt) : null);
  if (until) return [{ title: t('page.waitsAnswer'), when: t('page.until', { date: d(until) }), state: 'now' }];
  if (status === 'ACCEPTED' && answer?.nextStep) return [{ title: answer.nextStep, when: answer.nextStepAt ? d(answer.nextStepAt) : null, state: 'next' }];
  return [];
}
