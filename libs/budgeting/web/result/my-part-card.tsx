import { myPart, type OwnBallot } from '@isegoria/budgeting/contracts';
import { Bar, Card, Checkbox, Disclosure, Facts, FieldGroup, useGraph, useWords } from '@isegoria/ui/web';
import { MyVotes } from '@isegoria/votes/web';
import { useState } from 'react';
import type { ShownBudget, ShownResult } from '../documents';
import { useMoney } from '../shown';
import { publicResult } from './read-result';
import styles from './result.module.css';

/**
 * What the reader's part of the money went to, worked out here in their browser. Of an open or secret ballot the city tells them alone what they chose; of a sealed
 * one nobody knows it any more but they themselves, so they may say it here, and nothing of it leaves the page.
 */
export function MyPartCard({ budget, result }: { budget: ShownBudget; result: ShownResult }) {
  const { t } = useWords('budgeting');
  const ballotId = budget.areas.find(({ id }) => id === result.areaId)?.ballotId ?? '';
  const mine = useGraph(MyVotes, { ballotIds: [ballotId] }, { enabled: budget.importedFrom === null });
  const answers = mine.data?.myVotes[0]?.answers ?? [];
  const [said, setSaid] = useState<readonly string[]>([]);
  const points = answers.map((answer) => answer.points ?? 1);
  const own: OwnBallot = answers.length > 0 ? { projects: answers.map(({ optionId }) => optionId), ...(budget.ballot.form === 'points' ? { points } : {}) } : { projects: said };
  return (
    <Card title={t('part.title')} note={t(answers.length > 0 ? 'part.note' : 'part.tryNote')} edge="aegean">
      {answers.length === 0 && (
        <Disclosure label={t('part.try')}>
          <FieldGroup id="own-ballot" label={t('part.chosen')} problem={null}>
            {result.projects.map(({ id, title }) => (
              <Checkbox key={id} name={`own.${id}`} label={title} lang="el" checked={said.includes(id)} onChange={(isIn) => setSaid(isIn ? [...said, id] : said.filter((one) => one !== id))} />
            ))}
          </FieldGroup>
        </Disclosure>
      )}
      {own.projects.length > 0 && <Part budget={budget} result={result} own={own} />}
    </Card>
  );
}

function Part({ budget, result, own }: { budget: ShownBudget; result: ShownResult; own: OwnBallot }) {
  const { t } = useWords('budgeting');
  const write = useMoney(budget.currency);
  const names = new Map(result.projects.map(({ id, title }) => [id, title]));
  const { share, paid, left, fundedOtherwise } = myPart(own, publicResult(result));
  const cents = (amount: number) => write(Math.floor(amount));
  const otherwise = fundedOtherwise.map((id) => names.get(id) ?? id);
  return (
    <div className={styles.part_} role="status">
      {share > 0 && (
        <>
          <p>{t('part.share', { share: cents(share) })}</p>
          <Bar label={t('part.title')} of={share} parts={[{ label: t('part.paid'), value: share - left }]} />
          <Facts facts={[...paid.map(({ project, amount, isRest }) => ({ label: names.get(project) ?? project, value: isRest ? t('part.rest', { amount: cents(amount) }) : cents(amount) })), { label: t('part.left'), value: cents(left) }]} />
        </>
      )}
      {otherwise.length > 0 && <p>{t(share > 0 ? 'part.otherwise' : 'part.funded', { projects: otherwise.join(', ') })}</p>}
      {paid.length === 0 && otherwise.length === 0 && <p>{t('part.nothing')}</p>}
    </div>
  );
}
