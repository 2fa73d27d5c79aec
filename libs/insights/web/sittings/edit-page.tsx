import { CLERK_ROLES, isToMeet } from '@isegoria/insights/contracts';
import { RequireRole } from '@isegoria/identity/web';
import { Loaded, Notice, Page, useGraph, useWords } from '@isegoria/ui/web';
import { useParams } from 'react-router';
import { SittingQuery } from './documents';
import { SittingForm } from './sitting-form';

/** Where a clerk makes a sitting or changes its agenda. */
export function Component() {
  const { id } = useParams();
  return <RequireRole roles={CLERK_ROLES}>{id ? <Known id={id} /> : <New />}</RequireRole>;
}

function New() {
  const { t } = useWords('insights');
  return (
    <Page title={t('edit.new')} back={{ to: '/council/sittings', label: t('sittings.title') }}>
      <SittingForm sitting={null} />
    </Page>
  );
}

function Known({ id }: { id: string }) {
  const { t, lt } = useWords('insights');
  // What is being edited does not change under the clerk's hands.
  const answer = useGraph(SittingQuery, { id }, { staleMs: 0 });
  return (
    <Loaded answer={answer}>
      {({ sitting }) =>
        sitting ? (
          <Page title={t('edit.title')} lead={lt(sitting.title)} back={{ to: `/council/sittings/${id}`, label: lt(sitting.title) }}>
            {isToMeet(sitting.status) || sitting.status === 'open' ? <SittingForm key={id} sitting={sitting} /> : <Notice title={t(sitting.status === 'closed' ? 'sitting.refused.met' : 'sitting.refused.cancelled')} />}
          </Page>
        ) : (
          <Page title={t('sitting.none')} lead={t('sitting.noneHint')} back={{ to: '/council/sittings', label: t('sittings.title') }} />
        )
      }
    </Loaded>
  );
}
