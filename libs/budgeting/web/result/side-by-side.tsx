import { CITY } from '@isegoria/budgeting/contracts';
import { Table, useWords } from '@isegoria/ui/web';
import type { ShownBudget, ShownResult } from '../documents';
import { useAreaName, useMoney } from '../shown';
import styles from './result.module.css';

/** The declared rule beside the one that only counts votes: whom each reaches, with how much. */
export function SideBySide({ budget, result }: { budget: ShownBudget; result: ShownResult }) {
  const { t, n } = useWords('budgeting');
  const write = useMoney(budget.currency);
  const { fairness, greedy, projects } = result;
  const whole = (cents: number) => write(Math.round(cents / 100) * 100);
  const share = (reached: number, voters: number) => (voters > 0 ? n(reached / voters, { style: 'percent', maximumFractionDigits: 0 }) : '–');
  const row = (key: string, read: (of: typeof fairness) => string) => ({ what: t(`beside.${key}`), declared: read(fairness), greedy: read(greedy.fairness) });
  const columns = [
    { key: 'what', label: t('beside.what'), type: 'text' as const },
    { key: 'declared', label: t('beside.declared'), type: 'text' as const },
    { key: 'greedy', label: t('beside.greedy'), type: 'text' as const },
  ];
  const rows = [
    row('reached', ({ reached, voters }) => share(reached, voters)),
    row('meanMoney', ({ meanMoney }) => whole(meanMoney)),
    row('medianMoney', ({ medianMoney }) => whole(medianMoney)),
    row('funded', ({ funded }) => n(funded)),
    row('spent', ({ spent }) => write(spent)),
  ];
  const only = (isFunded: boolean) => projects.filter((project) => project.isFunded === isFunded && project.isFundedByGreedy !== isFunded);
  return (
    <div className={styles.page}>
      <p>{t('beside.lead')}</p>
      <Table caption={t('beside.title')} columns={columns} rows={rows} />
      <Differences title={t('beside.onlyDeclared')} projects={only(true)} />
      <Differences title={t('beside.onlyGreedy')} projects={only(false)} />
      <ByDistrict budget={budget} result={result} />
    </div>
  );
}

function Differences({ title, projects }: { title: string; projects: ShownResult['projects'] }) {
  if (projects.length === 0) return null;
  return (
    <div>
      <p>
        <b>{title}</b>
      </p>
      <ul className={styles.plain}>
        {projects.map(({ id, title: name, lang }) => (
          <li key={id} lang={lang}>
            {name}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Where voters live, by both rules side by side; where this area's ballots do not say it, the areas of the budget, each with voters of its own. */
function ByDistrict({ budget, result }: { budget: ShownBudget; result: ShownResult }) {
  const { t } = useWords('budgeting');
  const homes = result.fairness.districts.filter(({ voters }) => voters > 0);
  if (homes.length > 1) return <ByHome budget={budget} result={result} />;
  return (
    <>
      {result.areaId === CITY && budget.secrecy === 'sealed' && <p>{t('beside.sealed')}</p>}
      <ByArea budget={budget} />
    </>
  );
}

function ByHome({ budget, result: { fairness, greedy } }: { budget: ShownBudget; result: ShownResult }) {
  const { t } = useWords('budgeting');
  const nameOf = useAreaName();
  const write = useMoney(budget.currency);
  const other = new Map(greedy.fairness.districts.map((district) => [district.district, district]));
  const whole = (cents: number) => write(Math.round(cents / 100) * 100);
  const columns = [
    { key: 'district', label: t('beside.home'), type: 'text' as const },
    { key: 'voters', label: t('beside.voters'), type: 'number' as const },
    { key: 'reached', label: t('beside.reached'), type: 'percent' as const },
    { key: 'reachedByVotes', label: t('beside.byVotes'), type: 'percent' as const },
    { key: 'money', label: t('beside.meanMoney'), type: 'text' as const },
    { key: 'moneyByVotes', label: t('beside.byVotes'), type: 'text' as const },
  ];
  const rows = fairness.districts.filter(({ voters }) => voters > 0).map(({ district, voters, reached, meanMoney }) => {
    const byVotes = other.get(district);
    return { district: nameOf(district), voters, reached: reached / voters, reachedByVotes: (byVotes?.reached ?? 0) / voters, money: whole(meanMoney), moneyByVotes: whole(byVotes?.meanMoney ?? 0) };
  });
  return <Table caption={t('beside.byHome')} hideCaption={false} columns={columns} rows={rows} />;
}

function ByArea({ budget }: { budget: ShownBudget }) {
  const { t } = useWords('budgeting');
  const nameOf = useAreaName();
  const write = useMoney(budget.currency);
  const columns = [
    { key: 'district', label: t('filter.area'), type: 'text' as const },
    { key: 'voters', label: t('beside.voters'), type: 'number' as const },
    { key: 'reached', label: t('beside.reached'), type: 'percent' as const },
    { key: 'funded', label: t('beside.funded'), type: 'number' as const },
    { key: 'spent', label: t('beside.spent'), type: 'text' as const },
    { key: 'perVoter', label: t('beside.perVoter'), type: 'text' as const },
  ];
  const rows = budget.areas.flatMap(({ id, voters, outcome }) => (outcome ? [{ district: id === CITY ? t('city') : nameOf(id), voters, reached: outcome.reached, funded: outcome.funded, spent: write(outcome.spent), perVoter: voters > 0 ? write(Math.round(outcome.spent / voters / 100) * 100) : '–' }] : []));
  return rows.length > 1 ? <Table caption={t('beside.byArea')} hideCaption={false} columns={columns} rows={rows} /> : null;
}
