import { Columns, Empty, Figure, LinkButton, Loaded, Notice, Page, Section, useGraph, useWords } from '@isegoria/ui/web';
import { Link, useParams } from 'react-router';
import { BudgetDocument, ResultDocument, type ShownBudget, type ShownResult } from '../documents';
import { RuleCard } from '../rule-words';
import { useAreaName, useMoney } from '../shown';
import { Fates } from './fates';
import { MyPartCard } from './my-part-card';
import { Rounds } from './rounds';
import { SideBySide } from './side-by-side';
import styles from './result.module.css';

/** The result of an area: what is funded and why, how the count went, whom it reached, and where the reader's own part went. */
export function Component() {
  const { id = '', areaId = '' } = useParams();
  const { t } = useWords('budgeting');
  const budget = useGraph(BudgetDocument, { id });
  const result = useGraph(ResultDocument, { budgetId: id, areaId });
  return (
    <Loaded answer={budget}>
      {({ budget: shown }) => (
        <Loaded answer={result}>
          {({ budgetResult }) =>
            shown && budgetResult ? (
              <ResultView key={areaId} budget={shown} result={budgetResult} />
            ) : (
              <Page title={t('result.none')} back={{ to: shown ? `/budgets/${id}` : '/budgets', label: t('page.back') }}>
                <Empty title={t('result.noneHint')} action={<LinkButton to="/budgets">{t('page.back')}</LinkButton>} />
              </Page>
            )
          }
        </Loaded>
      )}
    </Loaded>
  );
}

function ResultView({ budget, result }: { budget: ShownBudget; result: ShownResult }) {
  const { t, lt } = useWords('budgeting');
  const nameOf = useAreaName();
  const write = useMoney(budget.currency);
  const { areaId, spent, money, voters, fairness, greedy, otherwise } = result;
  const percent = (reached: number) => (voters > 0 ? Math.round((reached / voters) * 100) : 0);
  const others = budget.areas.filter(({ id, outcome }) => id !== areaId && outcome);
  return (
    <Page wide title={t('result.title', { area: nameOf(areaId) })} lead={t('result.lead', { count: fairness.funded, spent: write(spent), money: write(money) })} back={{ to: `/budgets/${budget.id}`, label: lt(budget.title) }}>
      <div className={styles.page}>
        {otherwise !== null && otherwise > 0 && <Notice tone="warning">{t('result.otherwise', { count: otherwise })}</Notice>}
        <div className={styles.figures}>
          <Figure value={voters} label={t('result.voters', { count: voters })} />
          <Figure value={`${percent(fairness.reached)}%`} tone="olive" label={t('result.reached')} />
          <Figure value={`${percent(greedy.fairness.reached)}%`} tone="ink" label={t('result.reachedByVotes')} />
          <Figure value={write(Math.round(fairness.meanMoney / 100) * 100)} label={t('result.meanMoney')} />
        </div>
        <Columns>
          <div className={styles.page}>
            <Section title={t('result.fates')}>
              <Fates budget={budget} result={result} />
            </Section>
          </div>
          <div className={styles.page}>
            <MyPartCard budget={budget} result={result} />
            <RuleCard budget={budget} />
          </div>
        </Columns>
        <Section title={t('rounds.title')}>
          <Rounds budget={budget} result={result} />
        </Section>
        <Section title={t('beside.title')}>
          <SideBySide budget={budget} result={result} />
        </Section>
        <Section title={t('result.check')}>
          <p>{t('result.checkText')}</p>
          <p>
            <a href={result.pbUrl} download>
              {t('result.download')}
            </a>
          </p>
          <p className={styles.digest}>{t('result.digest', { digest: result.digest })}</p>
        </Section>
        {others.length > 0 && (
          <nav aria-label={t('result.others')}>
            <ul className={styles.others} role="list">
              {others.map(({ id }) => (
                <li key={id}>
                  <Link to={`/budgets/${budget.id}/results/${id}`}>{nameOf(id)}</Link>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </Page>
  );
}
