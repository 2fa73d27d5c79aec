import { areaOfKey, ballotIdOf } from '@isegoria/budgeting/contracts';
import { type ActProps, Empty, Loaded, Page, useGraph, useWords } from '@isegoria/ui/web';
import { BallotForm } from '@isegoria/votes/web';
import { BudgetDocument, ProjectsDocument } from './documents';
import { useAreaName, useMoney } from './shown';

/** Voting on the projects of one area (`budget.area`), in the small window that a widget opened. */
export default function ActOnArea({ id, onDone }: ActProps) {
  const { t, lt } = useWords('budgeting');
  const { budgetId, areaId } = areaOfKey(id);
  const budget = useGraph(BudgetDocument, { id: budgetId });
  const projects = useGraph(ProjectsDocument, { budgetId });
  const nameOf = useAreaName();
  const write = useMoney(budget.data?.budget?.currency);
  const area = budget.data?.budget?.areas.find((one) => one.id === areaId);
  if (budget.data && !area) {
    return (
      <Page title={t('page.missing')}>
        <Empty title={t('page.missingHint')} />
      </Page>
    );
  }
  return (
    <Loaded answer={budget}>
      {({ budget: found }) => (
        <Loaded answer={projects}>
          {({ budgetProjects }) =>
            found &&
            area && (
              <Page title={`${lt(found.title)}: ${nameOf(area.id)}`} kicker={t('act.kicker')} lead={t('act.money', { money: write(area.money) })}>
                <BallotForm ballotId={ballotIdOf(budgetId, area.id)} labels={labelsOf(budgetProjects, write, t('act.question'))} onCast={onDone} />
              </Page>
            )
          }
        </Loaded>
      )}
    </Loaded>
  );
}

function labelsOf(projects: readonly { id: string; number: number; title: string; cost: number }[], money: (cents: number) => string, question: string) {
  const known = new Map(projects.map((project) => [project.id, project]));
  return {
    question: () => question,
    money,
    option: (_question: string, id: string) => {
      const project = known.get(id);
      return project ? { label: `${project.number}. ${project.title}`, lang: 'el' as const, hint: money(project.cost) } : { label: id };
    },
  };
}
