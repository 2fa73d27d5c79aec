import { meetingLimits as limits, postponeInput, reasonInput } from '@isegoria/meetings/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { DiscardAct, PublishAct } from '@isegoria/processes/web';
import { AskedAct, Button, Card, Disclosure, Form, FormActs, fromCityClock, LinkButton, Notice, TextArea, TextField, useAct, useFate, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { AnnounceDocument, CancelDocument, CloseDocument, DeskDocument, DiscardMeetingDocument, MeetingDocument, MeetingsDocument, OpenDocument, PostponeDocument, QuestionsDocument, type ShownMeeting } from '../documents';
import styles from '../meetings.module.css';
import { Came } from '../room/lead-part';

const shown = [MeetingDocument, MeetingsDocument, DeskDocument, QuestionsDocument];

/** What its organisers can do with a meeting now. Nothing for others. */
export function OfficialActs({ meeting }: { meeting: ShownMeeting }) {
  const { t } = useWords('meetings');
  const { id, revision, stage, registered, waiting, mine } = meeting;
  const [announce, announcing] = useAct(AnnounceDocument, { refresh: shown });
  const [discard, discarding] = useAct(DiscardMeetingDocument, { refresh: [MeetingsDocument, DeskDocument] });
  if (!mine.organises || stage === 'cancelled') return null;
  return (
    <div className="no-print">
      <Card title={t('official.title')} edge="aegean">
        {mine.canReport && <LinkButton to={`/meetings/${id}/report`}>{t('official.report')}</LinkButton>}
        {mine.canAnnounce && <PublishAct words="meetings" opensAt={null} completeAt={`/meetings/${id}/edit?missing`} {...announcing} publish={async () => (await announce({ id, revision }))?.announceMeeting} />}
        {mine.canOpen && <Open id={id} />}
        {mine.canClose && <Close id={id} />}
        {mine.canEdit && <LinkButton variant="secondary" to={`/meetings/${id}/edit`}>{t('official.edit')}</LinkButton>}
        {stage !== 'draft' && <LinkButton variant="secondary" to={`/meetings/${id}/guests`}>{t('official.guests', { count: registered + waiting })}</LinkButton>}
        {stage === 'closed' && <Disclosure label={t('lead.came')}><Came meeting={meeting} /></Disclosure>}
        {mine.canCancel && <Disclosure label={t('official.postpone')}><Postpone id={id} /></Disclosure>}
        {mine.canCancel && <Disclosure label={t('official.cancel')}><Cancel id={id} /></Disclosure>}
        {mine.canAnnounce && <DiscardAct words="meetings" list="/meetings" {...discarding} discard={async () => (await discard({ id }))?.discardMeeting} />}
      </Card>
    </div>
  );
}

function Open({ id }: { id: string }) {
  const { t } = useWords('meetings');
  const [open, { pending }] = useAct(OpenDocument, { refresh: shown });
  return (
    <AskedAct words="meetings" act={t('official.open')} variant="primary" yesVariant="primary" question={t('official.openAsk')} yes={t('official.openYes')} pending={pending} done={t('official.opened')} run={async () => (await open({ id }))?.openMeeting}>
      <p>{t('official.openText')}</p>
    </AskedAct>
  );
}

function Close({ id }: { id: string }) {
  const { t } = useWords('meetings');
  const [end, { pending }] = useAct(CloseDocument, { refresh: shown });
  return (
    <AskedAct words="meetings" act={t('official.close')} variant="primary" question={t('official.closeAsk')} yes={t('official.closeYes')} pending={pending} done={t('official.closed')} run={async () => (await end({ id }))?.closeMeeting}>
      <p>{t('official.closeText')}</p>
    </AskedAct>
  );
}

function Postpone({ id }: { id: string }) {
  const { t } = useWords('meetings');
  const { problems, setProblems, refused, take } = useFate('meetings');
  const [typed, setTyped] = useState({ startsAt: '', endsAt: '', reason: '' });
  const [postpone, { pending }] = useAct(PostponeDocument, { refresh: shown });
  const send = async () => {
    const [startsAt, endsAt] = [fromCityClock(typed.startsAt), fromCityClock(typed.endsAt)];
    const wrong = problemsOf(postponeInput, { startsAt, endsAt, reason: typed.reason });
    setProblems(wrong);
    if (wrong.length === 0 && startsAt && endsAt) take((await postpone({ id, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), reason: typed.reason }))?.postponeMeeting, t('official.postponed'));
  };
  return (
    <Form words="meetings" summary="here" label={t('official.postpone')} problems={problems} onSubmit={() => void send()}>
      <TextField name="startsAt" type="datetime-local" label={t('field.startsAt')} value={typed.startsAt} onChange={(startsAt) => setTyped({ ...typed, startsAt })} />
      <TextField name="endsAt" type="datetime-local" label={t('field.endsAt')} value={typed.endsAt} onChange={(endsAt) => setTyped({ ...typed, endsAt })} />
      <TextArea name="reason" rows={2} label={t('field.reason')} hint={t('official.reasonHint')} limit={limits.reason} value={typed.reason} onChange={(reason) => setTyped({ ...typed, reason })} />
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs><Button type="submit" pending={pending}>{t('official.postponeAct')}</Button></FormActs>
    </Form>
  );
}

function Cancel({ id }: { id: string }) {
  const { t } = useWords('meetings');
  const { problems, setProblems, refused, take } = useFate('meetings');
  const [reason, setReason] = useState('');
  const [cancel, { pending }] = useAct(CancelDocument, { refresh: shown });
  const send = async () => {
    const wrong = problemsOf(reasonInput, { reason });
    setProblems(wrong);
    if (wrong.length === 0) take((await cancel({ id, reason }))?.cancelMeeting, t('official.cancelled'));
  };
  return (
    <Form words="meetings" summary="here" label={t('official.cancel')} problems={problems} onSubmit={() => void send()}>
      <p className={styles.small}>{t('official.cancelHint')}</p>
      <TextArea name="reason" rows={2} label={t('field.reason')} hint={t('official.reasonHint')} limit={limits.reason} value={reason} onChange={setReason} />
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs><Button type="submit" variant="danger" pending={pending}>{t('official.cancelAct')}</Button></FormActs>
    </Form>
  );
}
