import { Empty, LinkButton, Loaded, Notice, Page, useGraph, useWords } from '@isegoria/ui/web';
import { BallotOf, type BallotOnPage, useVoting, WhoVotes, whyShut } from '@isegoria/votes/web';
import { useParams, useSearchParams } from 'react-router';
import { BudgetDocument, type ListedProject, ProjectsDocument, type ShownArea, type ShownBudget } from '../documents';
import { useAreaName, useMoney } from '../shown';
import { CheckStep } from './check-step';
import { ChooseStep } from './choose-step';
import { DoneStep } from './done-step';

/** The ballot of one area: choose, check, done. */
export function Component() {
  const { id = '', areaId = '' } = useParams();
  const { t } = useWords('budgeting');
  const answer = useGraph(BudgetDocument, { id });
  const projects = useGraph(ProjectsDocument, { budgetId: id });
  const area = answer.data?.budget?.areas.find((one) => one.id === areaId);
  const ballot = useGraph(BallotOf, { id: area?.ballotId ?? '' }, { enabled: area !== undefined });
  if (answer.data && !area) {
    return (
      <Page title={t('page.missing')} back={{ to: '/budgets', label: t('page.back') }}>
        <Empty title={t('page.missingHint')} action={<LinkButton to="/budgets">{t('page.back')}</LinkButton>} />
      </Page>
    );
  }
  return (
    <Loaded answer={answer}>
      {({ budget }) => (
        <Loaded answer={ballot}>
          {({ ballot: paper }) => (
            <Loaded answer={projects}>
              {({ budgetProjects }) => budget && area && paper && <VoteView budget={budget} area={area} ballot={paper} projects={budgetProjects.filter((project) => paper.questions[0]?.options.includes(project.id))} />}
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
  voting: ReturnType<typeof useVoting>;
}

function VoteView({ budget, area, ballot, projects }: Omit<StepProps, 'voting'>) {
  const { t, d, lt } = useWords('budgeting');
  const [search] = useSearchParams();
  const nameOf = useAreaName();
  const write = useMoney(budget.currency);
  const voting = useVoting(ballot);
  const shut = whyShut(ballot);
  const step = voting.isCast ? 'done' : search.get('step') === 'check' ? 'check' : 'choose';
  const area_ = nameOf(area.id);
  const props = { budget, area, ballot, projects, voting };
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
