import { useParams } from 'react-router';
import { useMe } from '@isegoria/identity/web';
import { FollowButton } from '@isegoria/notifications/web';
import { useRoom } from '@isegoria/realtime/web';
import { Columns, Empty, LinkButton, Loaded, Page, Section, useGraph, useWords, Waiting } from '@isegoria/ui/web';
import { type PhaseChange, type Process, ProcessQuery } from './documents';
import { History } from './history';
import { NowCard } from './now-card';
import { PhaseTimeline } from './phase-timeline';

/** One process: where it stands, what one can do now, its phases, and what was changed about them. */
export function Component() {
  const { t } = useWords('processes');
  const { id = '' } = useParams();
  const answer = useGraph(ProcessQuery, { id });
  useRoom(id ? { kind: 'process', id } : null, { onDelta: () => void answer.refetch(), onMissed: () => void answer.refetch() });
  return (
    <Loaded answer={answer}>
      {({ process, phaseChanges }) =>
        process ? (
          <ProcessView process={process} changes={phaseChanges} />
        ) : (
          <Page title={t('page.none')} back={{ to: '/processes', label: t('page.back') }}>
            <Empty title={t('page.noneWhy')} />
          </Page>
        )
      }
    </Loaded>
  );
}

function ProcessView({ process, changes }: { process: Process; changes: readonly PhaseChange[] }) {
  const { t, lt } = useWords('processes');
  const { is, pending } = useMe();
  if (pending) return <Waiting />;
  return (
    <Page
      title={lt(process.title)}
      kicker={t(`kind.${process.kind}`)}
      lead={lt(process.summary)}
      back={{ to: '/processes', label: t('page.back') }}
      actions={<FollowButton subject={{ kind: 'process', id: process.id }} />}
      wide
    >
      <Columns>
        <NowCard process={process} />
        <Section title={t('page.phases')}>
          <PhaseTimeline process={process} mayChange={is('administrator')} />
        </Section>
      </Columns>
      <Section title={t('page.opinions')}>
        <p>{t('page.opinionsWhy')}</p>
        <LinkButton variant="secondary" to={`/opinions/process/${process.id}`}>
          {t('page.toOpinions')}
        </LinkButton>
      </Section>
      <Section title={t('history.title')}>
        <History changes={changes} />
      </Section>
    </Page>
  );
}
