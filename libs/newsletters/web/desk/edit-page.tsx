import { useState } from 'react';
import { useParams } from 'react-router';
import { RequireRole } from '@isegoria/identity/web';
import { Card, DateText, Empty, Facts, LinkButton, Loaded, Notice, NumberText, Page, Tag, useGraph, useWords } from '@isegoria/ui/web';
import { type Draft, DraftDocument } from '../documents';
import { tones } from './desk-page';
import { EditForm } from './edit-form';
import { SendPart, StopButton } from './send-part';

/** Where a letter is written, tried, sent and stopped; and how far one came that goes out. */
export function Component() {
  const { id = '' } = useParams();
  return <RequireRole roles={['clerk', 'administrator']}>{id ? <Standing key={id} id={id} /> : <Making />}</RequireRole>;
}

const useBack = () => ({ to: '/newsletters/desk', label: useWords('newsletters').t('desk.back') });

function Making() {
  const { t } = useWords('newsletters');
  // The page chooses the id, so that saving twice makes one.
  const [id] = useState(() => crypto.randomUUID());
  return (
    <Page title={t('edit.new')} lead={t('desk.lead')} back={useBack()}>
      <EditForm id={id} draft={null} />
    </Page>
  );
}

function Standing({ id }: { id: string }) {
  const { t, lt } = useWords('newsletters');
  const [every, setEvery] = useState(0);
  const back = useBack();
  const answer = useGraph(DraftDocument, { id }, { staleMs: 0, everyMs: every });
  const stage = answer.data?.newsletterDraft?.stage;
  const wanted = stage === 'scheduled' || stage === 'sending' ? 5_000 : 0;
  if (wanted !== every) setEvery(wanted);
  return (
    <Loaded answer={answer}>
      {({ newsletterDraft }) =>
        newsletterDraft ? (
          <Page title={lt({ ...newsletterDraft.title, en: newsletterDraft.title.en || newsletterDraft.title.el })} kicker={<Tag tone={tones[newsletterDraft.stage]}>{t(`stage.${newsletterDraft.stage}`)}</Tag>} back={back}>
            {newsletterDraft.stage === 'draft' ? <Drafted draft={newsletterDraft} /> : <OnItsWay draft={newsletterDraft} />}
          </Page>
        ) : (
          <Page title={t('refused.newsletter')} back={back}>
            <Empty title={t('refused.newsletter')} action={<LinkButton to={back.to}>{back.label}</LinkButton>} />
          </Page>
        )
      }
    </Loaded>
  );
}

/** What is sent is what was saved: while something typed is not, the letter does not go. */
function Drafted({ draft }: { draft: Draft }) {
  const [isTouched, setTouched] = useState(false);
  return (
    <>
      <EditForm id={draft.id} draft={draft} onTouch={setTouched} />
      <SendPart draft={draft} isTouched={isTouched} />
    </>
  );
}

function OnItsWay({ draft: { id, stage, sendAt, figures } }: { draft: Draft }) {
  const { t } = useWords('newsletters');
  const facts = (['people', 'sent', 'failed', 'left'] as const).map((name) => ({ label: t(`figures.${name}`), value: <NumberText value={figures[name]} /> }));
  return (
    <Card title={t(`stage.${stage}`)}>
      {sendAt && <p>{t(stage === 'scheduled' ? 'edit.goes' : 'edit.went')} <DateText at={sendAt} style="moment" /></p>}
      {stage === 'stopped' && <Notice tone="warning">{t('edit.stopped')}</Notice>}
      {stage !== 'scheduled' && <Facts columns={2} facts={facts} />}
      {stage !== 'scheduled' && <p><LinkButton variant="secondary" to={`/newsletters/${id}`}>{t('edit.public')}</LinkButton></p>}
      {(stage === 'scheduled' || stage === 'sending') && <StopButton id={id} />}
    </Card>
  );
}
