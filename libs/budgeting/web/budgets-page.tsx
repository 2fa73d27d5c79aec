import { useMe } from '@isegoria/identity/web';
import { Empty, LinkButton, Loaded, Page, Row, Rows, useGraph, useWords } from '@isegoria/ui/web';
import { BudgetsDocument, type ListedBudget } from './documents';
import { useMoney } from './shown';
import { StageTag } from './stage-tag';

/** All participatory budgets: what is voted on first, then what was. */
export function Component() {
  const { t } = useWords('budgeting');
  const { is } = useMe();
  const answer = useGraph(BudgetsDocument, {});
  return (
    <Page title={t('list.title')} lead={t('list.lead')} actions={is('administrator') && <LinkButton variant="secondary" to="/budgets/new">{t('list.new')}</LinkButton>}>
      <Loaded answer={answer}>
        {({ budgets }) =>
          budgets.length === 0 ? (
            <Empty title={t('list.empty')}>{t('list.emptyHint')}</Empty>
          ) : (
            <Rows label={t('list.title')}>
              {budgets.map((budget) => (
                <BudgetRow key={budget.id} budget={budget} />
              ))}
            </Rows>
          )
        }
      </Loaded>
    </Page>
  );
}

function BudgetRow({ budget }: { budget: ListedBudget }) {
  const { t, lt, d } = useWords('budgeting');
  const { id, title, stage, money, currency, projects, closesAt, areas, worksDone } = budget;
  const write = useMoney(currency);
  const funded = areas.reduce((sum, { outcome }) => sum + (outcome?.funded ?? 0), 0);
  const notes = stage === 'decided' ? [t('list.funded', { count: funded }), worksDone > 0 && t('list.worksDone', { count: worksDone })] : [t('list.projects', { count: projects }), stage === 'voting' && closesAt && t('list.until', { date: d(closesAt, 'moment') })];
  return <Row level={2} to={`/budgets/${id}`} title={lt(title)} note={[write(money), ...notes].filter(Boolean).join(' · ')} tag={<StageTag stage={stage} />} />;
}
