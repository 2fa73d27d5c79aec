import { RefusalNotice } from '@isegoria/identity/web';
import { Button, Facts, FormActs, LinkButton, Notice, useWords } from '@isegoria/ui/web';
import { refusalWords } from '@isegoria/votes/web';
import { useMoney } from '../shown';
import type { StepProps } from './vote-page';
import styles from './vote.module.css';

/** Everything once more before it is sent, and what becomes of it. */
export function CheckStep({ budget, area, ballot, projects, voting, toStep }: StepProps) {
  const words = useWords('budgeting');
  const votes = useWords('votes');
  const { t, d } = words;
  const write = useMoney(budget.currency);
  const known = new Map(projects.map((project) => [project.id, project]));
  const form = ballot.questions[0]?.form;
  const cost = voting.answers.reduce((sum, { optionId }) => sum + (known.get(optionId)?.cost ?? 0), 0);
  // The dearest first; of a ranking the order is the vote.
  const inOrder = form === 'points' ? [...voting.answers].sort((a, b) => (b.points ?? 0) - (a.points ?? 0)) : voting.answers;
  const chosen = inOrder.map(({ optionId, points }, at) => {
    const project = known.get(optionId);
    const value = form === 'points' ? t('vote.points', { count: points ?? 0 }) : form === 'ranking' ? t('vote.place', { place: at + 1 }) : write(project?.cost ?? 0);
    return { label: <span lang={project?.lang}>{project?.title ?? optionId}</span>, value };
  });
  if (voting.answers.length === 0) return <Notice>{t('cart.empty')} <LinkButton variant="quiet" to={toStep('')}>{t('check.change')}</LinkButton></Notice>;
  return (
    <div className={styles.step}>
      <Facts facts={[...chosen, ...(form === 'approval' ? [{ label: <b>{t('check.sum')}</b>, value: <b>{t('check.of', { cost: write(cost), money: write(area.money) })}</b> }] : [])]} />
      <Notice>{t(`check.secrecy.${ballot.secrecy}`, { until: ballot.closesAt ? d(ballot.closesAt, 'moment') : '' })}</Notice>
      {voting.problem && <Notice tone="problem" live>{t('check.problem')}</Notice>}
      {voting.refused && <RefusalNotice>{refusalWords(votes, voting.refused)}</RefusalNotice>}
      <FormActs>
        <Button pending={voting.pending} onClick={voting.cast}>{t(voting.hasVoted ? 'check.sendAgain' : 'check.send')}</Button>
        <LinkButton variant="quiet" to={toStep('')}>{t('check.change')}</LinkButton>
      </FormActs>
    </div>
  );
}
