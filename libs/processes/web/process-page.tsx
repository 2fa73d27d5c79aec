import { useParams } from 'react-router';
import { useMe } from '@isegoria/identity/web';
import { FollowButton } from '@isegoria/notifications/web';
import { useRoom } from '@isegoria/realtime/web';
import { Columns, LinkButton, Loaded, Notice, Page, Section, useGraph, useWords, Waiting } from '@isegoria/ui/web';
import { type PhaseChange, type Process, ProcessQuery } from './documents';
import { DraftActs } from './making/draft-acts';
import { History } from './history';
import { kindOf } from './kinds';
import { MissingProcess } from './missing-process';
import { NowCard } from './now-card';
import { PhaseTimeline } from './phase-timeline';

/** One process: where it stands, what one can do now, its phases, and what was changed about them. */
export function Component() {
  const { id = '' } = useParams();
  const answer = useGraph(ProcessQuery, { id });
  useRoom(id ? { kind: 'process', id } : null, { onDelta: () => void answer.refetch(), onMissed: () => void answer.refetch() });
  return (
    <Loaded answer={answer}>
      {({ process, phaseChanges }) => {
        if (!process) return <MissingProcess />;
        return process.isDraft ? <DraftView process={process} /> : <ProcessView process={process} changes={phaseChanges} />;
      }}
    </Loaded>
  );
}

function ProcessView({ process, changes }: { process: Process; changes: readonly PhaseChange[] }) {
  const { t, lt } = useWords('processes');
  const { is, pending } = useMe();
  if (pending) return <Waiting />;
  const isAdministrator = is('administrator');
  const make = isAdministrator ? kindOf(process.kind).make : null;
  return (
    <Page
      title={lt(process.title)}
      kicker={t(`kind.${process.kind}`)}
      lead={lt(process.summary)}
      back={{ to: '/processes', label: t('page.back') }}
      actions={
        <>
          <FollowButton subject={{ kind: 'process', id: process.id }} />
          {make && <LinkButton variant="secondary" to={make(process.id)}>{t(`make.thing.${process.kind}`)}</LinkButton>}
          {isAdministrator && <EditLink id={process.id} />}
        </>
      }
      wide
    >
      <Columns>
        <NowCard process={process} />
        <Section title={t('page.phases')}>
          <PhaseTimeline process={process} mayChange={isAdministrator} />
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

/** A process that is still prepared, as an administrator sees it: nobody takes part, so only what it says and its phases. Once it is published the reader begins at the top again. */
function DraftView({ process }: { process: Process }) {
  const { t, lt } = useWords('processes');
  return (
    <Page
      title={lt(process.title)}
      step="draft"
      kicker={`${t(`kind.${process.kind}`)} · ${t('draft.tag')}`}
      lead={lt(process.summary)}
      back={{ to: '/processes', label: t('page.back') }}
      actions={<EditLink id={process.id} />}
      wide
    >
      {kindOf(process.kind).make && <Notice title={t(`make.thing.${process.kind}`)}>{t(`make.thingLater.${process.kind}`)}</Notice>}
      <DraftActs process={process} />
      <Section title={t('page.phases')}>
        <PhaseTimeline process={process} mayChange />
      </Section>
    </Page>
  );
}

function EditLink({ id }: { id: string }) {
  const { t } = useWords('processes');
  return (
    <LinkButton variant="secondary" to={`/processes/${id}/edit`}>
      {t('make.change')}
    </LinkButton>
  );
}
