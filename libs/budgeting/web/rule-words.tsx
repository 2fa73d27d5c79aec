import { useWords, type WordsOfSlice } from '@isegoria/ui/web';
import { Card } from '@isegoria/ui/web';
import styles from './budget.module.css';
import type { ShownBudget } from './documents';

/** How the money is given out, in plain sentences: everything that was declared and that changes winners. */
export function RuleCard({ budget }: { budget: ShownBudget }) {
  const words = useWords('budgeting');
  const { t } = words;
  return (
    <Card title={t('rule.title')} note={t(budget.stage === 'preparing' ? 'rule.mayChange' : 'rule.fixed')}>
      <ol className={styles.sentences}>
        {ruleSentences(budget, words).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </Card>
  );
}

export function ruleSentences({ ballot, rule, secrecy }: Pick<ShownBudget, 'ballot' | 'rule' | 'secrecy'>, { t }: WordsOfSlice): string[] {
  const { form, withinMoney, most, points } = ballot;
  const method = rule.name.startsWith('equalshares') ? 'equalshares' : rule.name;
  const said = [
    t(`rule.form.${form}${form === 'approval' && withinMoney ? '_cart' : ''}`, { points }),
    most !== null && form !== 'points' && t('rule.most', { count: most }),
    t(`rule.method.${method}`, { threshold: rule.threshold }),
    method === 'equalshares' && rule.utility && form === 'approval' && t(`rule.utility.${rule.utility}`),
    rule.completion && t(`rule.completion.${rule.completion}`),
    rule.stop && (rule.completion === 'add1' || rule.completion === 'add1u') && t(`rule.stop.${rule.stop}`),
    rule.comparison && t(`rule.comparison.${rule.comparison}`),
    t('rule.ties', { keys: rule.ties.map((key) => t(`rule.tie.${key}`)).join(t('rule.then')) }),
    t(`rule.secrecy.${secrecy}`),
  ];
  return said.filter((sentence) => typeof sentence === 'string');
}
