import { RequireRole, useMe } from '@isegoria/identity/web';
import { Empty, LinkButton, Loaded, Notice, Page, useGraph, useWords } from '@isegoria/ui/web';
import { useParams, useSearchParams } from 'react-router';
import styles from '../budget.module.css';
import { BudgetDocument, ProjectDocument, ProposalToTurnDocument, type ShownBudget, type ShownProject } from '../documents';
import { MissingBudget } from '../missing-budget';
import { FeasibilityForm } from './feasibility-form';
import { blank, ProjectForm, typedFrom, typedFromProposal } from './project-form';
import { WorkForm } from './work-form';

/** One project on the officials' desk: its words and cost, what was found, and later its works. */
export function Component() {
  const { id = '', projectId = '' } = useParams();
  const budget = useGraph(BudgetDocument, { id });
  return (
    <RequireRole roles={['official', 'administrator']}>
      <Loaded answer={budget}>
        {({ budget: shown }) => {
          if (!shown) return <MissingBudget />;
          return projectId === 'new' ? <NewProject budget={shown} /> : <KnownProject key={projectId} budget={shown} projectId={projectId} />;
        }}
      </Loaded>
    </RequireRole>
  );
}

function NewProject({ budget }: { budget: ShownBudget }) {
  const { t } = useWords('budgeting');
  const { me } = useMe();
  const [search] = useSearchParams();
  const proposalId = search.get('proposal');
  const answer = useGraph(ProposalToTurnDocument, { id: proposalId ?? '' }, { enabled: proposalId !== null });
  const proposal = answer.data?.proposal;
  const back = { to: `/budgets/${budget.id}/manage`, label: t('manage.title') };
  if (proposalId && answer.pending) return null;
  return (
    <Page title={t('project.new')} back={back}>
      {proposal && <Notice>{t('turn.from', { title: proposal.title })}</Notice>}
      <ProjectForm budget={budget} projectId={null} proposalId={proposal?.id ?? null} initial={proposal ? typedFromProposal(proposal, budget) : blank(budget, me?.departmentId ?? null)} />
    </Page>
  );
}

function KnownProject({ budget, projectId }: { budget: ShownBudget; projectId: string }) {
  const { t } = useWords('budgeting');
  const answer = useGraph(ProjectDocument, { id: projectId });
  const back = { to: `/budgets/${budget.id}/manage`, label: t('manage.title') };
  return (
    <Loaded answer={answer}>
      {({ budgetProject: project }) =>
        project ? (
          <Page title={project.title} back={back} actions={<LinkButton variant="quiet" to={`/budgets/${budget.id}/projects/${project.id}`}>{t('project.public')}</LinkButton>}>
            <div className={styles.apart}>
              {project.canManage ? <Desk budget={budget} project={project} /> : <Notice>{t('refused.department')}</Notice>}
            </div>
          </Page>
        ) : (
          <Page title={t('project.missing')} back={back}>
            <Empty title={t('page.missingHint')} />
          </Page>
        )
      }
    </Loaded>
  );
}

/** What there is to do with a project of one's own department. */
function Desk({ budget, project }: { budget: ShownBudget; project: ShownProject }) {
  const { t } = useWords('budgeting');
  const isOpen = budget.stage === 'preparing';
  return (
    <>
      {isOpen && <FeasibilityForm project={project} />}
      {isOpen && <ProjectForm budget={budget} projectId={project.id} proposalId={null} initial={typedFrom(project)} />}
      {!isOpen && !project.work && <Notice>{t('refused.declared')}</Notice>}
      {project.work && <WorkForm project={project} work={project.work} />}
    </>
  );
}
