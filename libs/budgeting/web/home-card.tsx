import { AskCard, Bar, LinkButton, Loaded, useGraph, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import { BudgetsDocument, type ListedBudget } from './budgets-document';
import { useMoney } from './shown';

const dayMs = 86_400_000;
const freshMs = 60 * dayMs;

/** On the home page: the budget that is voted on now, or the result of one that was decided lately. */
export default function HomeCard() {
  const answer = useGraph(BudgetsDocument, {}, { staleMs: 60_000 });
  return <Loaded answer={answer}>{({ budgets }) => <OneOf budgets={budgets} />}</Loaded>;
}

function OneOf({ budgets }: { budgets: readonly ListedBudget[] }) {
  const voting = budgets.find(({ stage }) => stage === 'voting');
  if (voting) return <VoteCard budget={voting} />;
  const decided = budgets.find(({ decidedAt, importedFrom }) => decidedAt && !importedFrom && Date.now() - new Date(decidedAt).getTime() < freshMs);
  return decided ? <OutcomeCard budget={decided} /> : null;
}

function VoteCard({ budget: { id, title, summary, money, currency, areas, closesAt, projects } }: { budget: ListedBudget }) {
  const { t, lt, rich } = useWords('budgeting');
  const write = useMoney(currency);
  const voters = Math.max(...areas.map((area) => area.voters));
  const days = closesAt ? Math.max(1, Math.ceil((new Date(closesAt).getTime() - Date.now()) / dayMs)) : 0;
  const bold = { b: (text: string) => <b>{text}</b> };
  return (
    <AskCard
      main
      kind={t('kind')}
      title={<Link to={`/budgets/${id}`}>{t('home.vote', { money: write(money) })}</Link>}
      lead={`${lt(summary)}`}
      facts={[voters > 0 ? rich('home.voters', bold, { count: voters }) : lt(title), rich('home.projects', bold, { count: projects }), days > 0 && rich('home.days', bold, { count: days })]}
      action={<LinkButton to={`/budgets/${id}`}>{t('home.act')}</LinkButton>}
    />
  );
}

function OutcomeCard({ budget: { id, title, money, currency, areas } }: { budget: ListedBudget }) {
  const { t, lt } = useWords('budgeting');
  const write = useMoney(currency);
  const funded = areas.reduce((sum, { outcome }) => sum + (outcome?.funded ?? 0), 0);
  const spent = areas.reduce((sum, { outcome }) => sum + (outcome?.spent ?? 0), 0);
  return (
    <AskCard kind={t('kind')} title={t('home.decided', { count: funded })} lead={lt(title)} facts={[t('home.spent', { spent: write(spent), money: write(money) })]} action={<Link to={`/budgets/${id}`}>{t('home.why')}</Link>}>
      <Bar label={t('home.bar')} of={money} parts={[{ label: t('home.given'), value: spent }]} />
    </AskCard>
  );
}
