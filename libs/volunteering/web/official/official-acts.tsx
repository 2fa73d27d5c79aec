import { problemsOf } from '@isegoria/kernel/contracts';
import { DiscardAct, PublishAct } from '@isegoria/processes/web';
import { Button, Card, Disclosure, Form, FormActs, LinkButton, Notice, TextField, useAct, useFate, useWords } from '@isegoria/ui/web';
import { responsibleInput } from '@isegoria/volunteering/contracts';
import { useState } from 'react';
import { AcceptCallDocument, CallDocument, CancelCallDocument, DeclineCallDocument, DeskDocument, DiscardCallDocument, PublishCallDocument, type ShownCall } from '../documents';
import { CallsDocument } from '../listed-document';
import { ReasonForm } from './reason-form';

const shown = [CallDocument, CallsDocument, DeskDocument];

/** What its department can do with a call now. Nothing for others. */
export function OfficialActs({ call: { id, revision, stage, mine } }: { call: ShownCall }) {
  const { t } = useWords('volunteering');
  const [publish, publishing] = useAct(PublishCallDocument, { refresh: shown });
  const [discard, discarding] = useAct(DiscardCallDocument, { refresh: [CallsDocument, DeskDocument] });
  const [cancel, cancelling] = useAct(CancelCallDocument, { refresh: shown });
  if (!mine.leads || stage === 'cancelled' || stage === 'declined' || stage === 'reported') return null;
  return (
    <div className="no-print">
      <Card title={t('official.title')} edge="aegean">
        {mine.canReport && <LinkButton to={`/volunteering/${id}/report`}>{t('official.report')}</LinkButton>}
        {mine.canPublish && <PublishAct words="volunteering" opensAt={null} completeAt={`/volunteering/${id}/edit?missing`} {...publishing} publish={async () => (await publish({ id, revision }))?.publishVolunteerCall} />}
        {mine.canDecide && <Answer id={id} revision={revision} />}
        {mine.canEdit && <LinkButton variant="secondary" to={`/volunteering/${id}/edit`}>{t('official.edit')}</LinkButton>}
        {mine.canCancel && (
          <Disclosure label={t('official.cancel')}>
            <ReasonForm label={t('official.cancel')} hint={t('official.cancelHint')} act={t('official.cancelAct')} done={t('official.cancelled')} pending={cancelling.pending} send={async (reason) => (await cancel({ id, reason }))?.cancelVolunteerCall} />
          </Disclosure>
        )}
        {mine.canPublish && <DiscardAct words="volunteering" list="/volunteering" {...discarding} discard={async () => (await discard({ id }))?.discardVolunteerCall} />}
      </Card>
    </div>
  );
}

/** The department answers what it read: where the text changes under its eyes, it says first that it has read the new one. */
function Answer({ id, revision }: { id: string; revision: number }) {
  const { t } = useWords('volunteering');
  const [read, setRead] = useState(revision);
  const [decline, { pending }] = useAct(DeclineCallDocument, { refresh: shown });
  return (
    <>
      {read !== revision && <Notice tone="warning" live title={t('official.rewritten')}><p>{t('official.rewrittenText')}</p><Button variant="secondary" onClick={() => setRead(revision)}>{t('official.rewrittenRead')}</Button></Notice>}
      <Accept id={id} read={read} />
      <Disclosure label={t('official.decline')}>
        <ReasonForm label={t('official.decline')} hint={t('official.declineHint')} act={t('official.declineAct')} done={t('official.declined')} pending={pending} send={async (reason) => (await decline({ id, revision: read, reason }))?.declineVolunteerCall} />
      </Disclosure>
    </>
  );
}

/** The department takes a citizen's call on: somebody of its own is responsible from then on. */
function Accept({ id, read }: { id: string; read: number }) {
  const { t } = useWords('volunteering');
  const { problems, setProblems, refused, take } = useFate('volunteering');
  const [responsible, setResponsible] = useState('');
  const [accept, { pending }] = useAct(AcceptCallDocument, { refresh: shown });
  const send = async () => {
    const wrong = problemsOf(responsibleInput, { responsible });
    setProblems(wrong);
    if (wrong.length === 0) take((await accept({ id, revision: read, responsible }))?.acceptVolunteerCall, t('official.accepted'));
  };
  return (
    <Form words="volunteering" summary="here" label={t('official.accept')} problems={problems} onSubmit={() => void send()}>
      <p>{t('official.acceptHint')}</p>
      <TextField name="responsible" label={t('field.responsible')} hint={t('write.responsibleHint')} value={responsible} onChange={setResponsible} />
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs><Button type="submit" pending={pending}>{t('official.acceptAct')}</Button></FormActs>
    </Form>
  );
}
