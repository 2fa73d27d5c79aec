import { Empty, LinkButton, Loaded, narrowed, Notice, Page, useGraph, useWords, Waiting } from '@isegoria/ui/web';
import { BallotOf, type BallotOnPage, useVoting, type Voting, WhoVotes, whyShut } from '@isegoria/votes/web';
import { useEffect } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { BudgetDocument, type ListedProject, ProjectsDocument, type ShownArea, type ShownBudget } from '../documents';
import { MissingBudget } from '../missing-budget';
import { useAreaName, useMoney } from '../shown';
import { CheckStep } from './check-step';
import { ChooseStep } from './choose-step';
import { DoneStep } from './done-step';

/** The ballot of one area: choose, check, done. */
export function Component() {
  const { id = '', areaId = '' } = useParams();
  const answer = useGraph(BudgetDocument, { id });
  const projects = useGraph(ProjectsDocument, { budgetId: id });
  const area = answer.data?.budget?.areas.find((one) => one.id === areaId);
  const ballot = useGraph(BallotOf, { id: area?.ballotId ?? '' }, { enabled: area !== undefined });
  if (answer.data && !area) return <MissingBudget />;
  return (
    <Loaded answer={answer}>
      {({ budget }) => (
        <Loaded answer={ballot}>
          {({ ballot: paper }) => (
            <Loaded answer={projects}>
              {({ budgetProjects }) =>
                budget &&
                area &&
                (paper ? (
                  <VoteView key={paper.id} budget={budget} area={area} ballot={paper} projects={budgetProjects.filter((project) => paper.questions[0]?.options.includes(project.id))} />
                ) : (
                  <NoPaper budget={budget} area={area} />
                ))
              }
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

/** What each step of the ballot gets. */
export interface StepProps {
  budget: ShownBudget;
  area: ShownArea;
  ballot: BallotOnPage;
  projects: readonly ListedProject[];
  voting: Voting;
  /** The address of another step, with whatever the list is narrowed by; empty: choosing. */
  toStep(step: string): string;
}

/** Nothing is voted on here: the projects are still being gathered, or it was done elsewhere. */
function NoPaper({ budget, area }: Pick<StepProps, 'budget' | 'area'>) {
  const { t, lt } = useWords('budgeting');
  const back = { to: `/budgets/${budget.id}`, label: lt(budget.title) };
  return (
    <Page title={useAreaName()(area.id)} back={back}>
      <Empty title={t('vote.none')} action={<LinkButton to={back.to}>{back.label}</LinkButton>} />
    </Page>
  );
}

function VoteView({ budget, area, ballot, projects }: Pick<StepProps, 'budget' | 'area' | 'ballot' | 'projects'>) {
  const { t, d, lt } = useWords('budgeting');
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const nameOf = useAreaName();
  const write = useMoney(budget.currency);
  const voting = useVoting(ballot);
  const { isCast, hasVoted } = voting;
  const shut = whyShut(ballot);
  const asked = search.get('step');
  const step = asked === 'check' && !isCast ? 'check' : (asked === 'check' || asked === 'done') && (isCast || hasVoted) ? 'done' : 'choose';
  const area_ = nameOf(area.id);
  // The address says that the vote is in: loaded again, or kept as a bookmark, the page does too.
  useEffect(() => {
    if (isCast) void navigate('?step=done', { replace: true });
  }, [isCast, navigate]);
  if (asked === 'done' && !isCast && hasVoted === undefined) return <Waiting />;
  const toStep = (to: string) => `?${narrowed(search, 'step', to).toString()}`;
  const props = { budget, area, ballot, projects, voting, toStep };
  return (
    <Page step={step} wide={step === 'choose'} title={t(`vote.title.${step}`, { area: area_ })} lead={step === 'choose' ? t(`vote.lead.${ballot.questions[0]?.form ?? 'approval'}`, { money: write(area.money), points: ballot.questions[0]?.points, until: ballot.closesAt ? d(ballot.closesAt, 'moment') : '' }) : undefined} back={{ to: `/budgets/${budget.id}`, label: lt(budget.title) }}>
      {shut && <Notice tone="warning">{t(`vote.shut.${shut}`, { at: ballot.opensAt ? d(ballot.opensAt, 'moment') : '' })}</Notice>}
      {!shut && step === 'choose' && <WhoVotes ballot={ballot} />}
      {!shut && step === 'choose' && <ChooseStep {...props} />}
      {!shut && step === 'check' && <CheckStep {...props} />}
      {!shut && step === 'done' && <DoneStep {...props} />}
    </Page>
  );
}
