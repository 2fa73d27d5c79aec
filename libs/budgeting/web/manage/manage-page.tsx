import { RequireRole, useMe } from '@isegoria/identity/web';
import { Button, Card, Columns, Dialog, Empty, LinkButton, Loaded, Notice, Page, Row, Rows, Section, useAct, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { useParams } from 'react-router';
import styles from '../budget.module.css';
import { AnnounceDocument, BudgetDocument, type ListedProject, ProjectsDocument, type ShownBudget } from '../documents';
import { MissingBudget } from '../missing-budget';
import { ProjectTag } from '../project-list';
import { useAreaName, useMoney } from '../shown';
import { FromProposals } from './from-proposals';
import { Refusal } from './refusal';

/** The officials' desk of a budget: its projects, what waits to be looked at, and the announcement. */
export function Component() {
  const { id = '' } = useParams();
  const { t, lt } = useWords('budgeting');
  const answer = useGraph(BudgetDocument, { id });
  return (
    <RequireRole roles={['official', 'administrator']}>
      <Loaded answer={answer}>
        {({ budget }) =>
          budget ? (
            <Page wide title={t('manage.title')} lead={t('manage.lead')} back={{ to: `/budgets/${id}`, label: lt(budget.title) }}>
              <Desk budget={budget} />
            </Page>
          ) : (
            <MissingBudget />
          )
        }
      </Loaded>
    </RequireRole>
  );
}

function Desk({ budget }: { budget: ShownBudget }) {
  const { t } = useWords('budgeting');
  const answer = useGraph(ProjectsDocument, { budgetId: budget.id });
  const isOpen = budget.stage === 'preparing';
  return (
    <Loaded answer={answer}>
      {({ budgetProjects }) => {
        const projects = (
          <Section title={t('manage.projects', { count: budgetProjects.length })}>
            {isOpen && (
              <div className={styles.acts}>
                <LinkButton to={`/budgets/${budget.id}/manage/new`}>{t('manage.new')}</LinkButton>
              </div>
            )}
            <DeskRows budget={budget} projects={budgetProjects} />
          </Section>
        );
        // That nothing changes any more is read before the list; on a phone it stood under all its projects.
        if (!isOpen) {
          return (
            <>
              <Notice>{t('manage.announced')}</Notice>
              {projects}
            </>
          );
        }
        return (
          <Columns>
            {projects}
            <div className={styles.apart}>
              <Announcement budget={budget} undecided={budgetProjects.filter(({ feasibility }) => feasibility === 'undecided').length} />
              <FromProposals budget={budget} />
            </div>
          </Columns>
        );
      }}
    </Loaded>
  );
}

/** What waits to be looked at comes first. */
function DeskRows({ budget, projects }: { budget: ShownBudget; projects: readonly ListedProject[] }) {
  const { t } = useWords('budgeting');
  const nameOf = useAreaName();
  const write = useMoney(budget.currency);
  const waiting = ({ feasibility }: ListedProject) => (feasibility === 'undecided' ? 0 : 1);
  const shown = [...projects].sort((a, b) => waiting(a) - waiting(b) || a.number - b.number);
  if (shown.length === 0) return <Empty title={t('manage.none')} />;
  return (
    <Rows label={t('page.projects')}>
      {shown.map((project) => (
        <Row
          key={project.id}
          to={`/budgets/${budget.id}/manage/${project.id}`}
          title={<span lang={project.lang}>{`${project.number}. ${project.title}`}</span>}
          note={[write(project.cost), nameOf(project.areaId)].join(' · ')}
          tag={<ProjectTag project={project} />}
        />
      ))}
    </Rows>
  );
}

/** For administrators: from here on nothing of what was declared changes, so it is asked once more. */
function Announcement({ budget, undecided }: { budget: ShownBudget; undecided: number }) {
  const { t } = useWords('budgeting');
  const { is } = useMe();
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [announce, { pending }] = useAct(AnnounceDocument, { refresh: [BudgetDocument, ProjectsDocument] });
  const press = async () => {
    const fate = (await announce({ budgetId: budget.id }))?.announceVoting;
    setRefused(fate && 'reason' in fate ? fate.reason : null);
    if (fate) setAsking(false);
  };
  return (
    <Card title={t('manage.announceTitle')} note={undecided > 0 ? t('manage.undecided', { count: undecided }) : t('manage.ready')}>
      <p>{t('manage.announceText')}</p>
      <Refusal reason={refused} />
      {is('administrator') && <Button onClick={() => setAsking(true)}>{t('manage.announce')}</Button>}
      <Dialog
        title={t('manage.announceSure')}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <Button pending={pending} onClick={() => void press()}>
            {t('manage.announce')}
          </Button>
        }
      >
        <p>{t('manage.announceText')}</p>
        {undecided > 0 && <Notice tone="warning">{t('manage.undecided', { count: undecided })}</Notice>}
      </Dialog>
    </Card>
  );
}
