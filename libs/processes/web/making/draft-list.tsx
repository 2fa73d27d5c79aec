import { Loaded, Row, Rows, Section, useGraph, useWords } from '@isegoria/ui/web';
import { DraftsQuery } from '../documents';

/** What administrators prepare, for them alone. */
export function DraftList() {
  const { t, lt } = useWords('processes');
  const answer = useGraph(DraftsQuery, {});
  return (
    <Loaded answer={answer}>
      {({ draftProcesses }) =>
        draftProcesses.length > 0 && (
          <Section title={t('list.drafts')}>
            <p>{t('list.draftsWhy')}</p>
            <Rows>
              {draftProcesses.map(({ id, title, summary, phases }) => (
                <Row key={id} to={`/processes/${id}`} title={lt(title)} note={lt(summary)} tag={phases.length === 0 ? t('list.noPhases') : t('list.phases', { count: phases.length })} />
              ))}
            </Rows>
          </Section>
        )
      }
    </Loaded>
  );
}
