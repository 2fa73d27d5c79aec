import { RefusalNotice, SignInLink, useMe } from '@isegoria/identity/web';
import { meetingLimits as limits, needsInput } from '@isegoria/meetings/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { AskedAct, BottomBar, Button, Disclosure, Form, FormActs, Notice, Section, TextArea, useAct, useFate, useWords } from '@isegoria/ui/web';
import { type ReactNode, useState } from 'react';
import { LeaveDocument, MeetingDocument, MeetingsDocument, MyMeetingsDocument, RegisterDocument, type ShownMeeting } from '../documents';
import styles from '../meetings.module.css';

const shown = [MeetingDocument, MeetingsDocument, MyMeetingsDocument];

/** The way to a place: one press, and a few words to the organisers for who needs something. */
export function RegisterPart({ meeting }: { meeting: ShownMeeting }) {
  const { t } = useWords('meetings');
  const { me } = useMe();
  const { id, stage, mine: { place, queue, joinUrl, mayRegister }, places, registered, waiting } = meeting;
  const { refused, take } = useFate('meetings');
  const [register, { pending }] = useAct(RegisterDocument, { refresh: shown });
  const isFull = places !== null && (registered >= places || waiting > 0);
  if (place === 'none' && !mayRegister) return null;
  const press = async () => void take((await register({ id, needs: '' }))?.registerForMeeting, t('register.done'));
  return (
    <Section title={t('register.title')}>
      {place === 'registered' && <Notice tone="done" title={t('register.registered')}>{joinUrl && <a href={joinUrl} rel="noreferrer">{t('facts.join')}</a>}</Notice>}
      {place === 'waiting' && <Notice title={t('register.waiting', { count: queue ?? 1 })}>{t('register.waitingText')}</Notice>}
      {place === 'none' && isFull && <p>{t('register.full')}</p>}
      {place === 'none' && (
        <Thumb isShown={stage === 'announced'}>
          {me ? <Button wide={stage === 'announced'} pending={pending} onClick={() => void press()}>{t(isFull ? 'register.wait' : 'register.act')}</Button> : <SignInLink>{t('register.signIn')}</SignInLink>}
        </Thumb>
      )}
      {refused && <RefusalNotice>{refused}</RefusalNotice>}
      {place !== 'none' && (
        <div className={styles.stack}>
          <Disclosure label={t('register.needs')}><Needs meeting={meeting} /></Disclosure>
          <Leave id={id} />
        </div>
      )}
    </Section>
  );
}

/** On a phone the way to a place stays under the thumb; while it meets, that is where one asks. */
const Thumb = ({ isShown, children }: { isShown: boolean; children: ReactNode }) => (isShown ? <BottomBar>{children}</BottomBar> : <div>{children}</div>);

function Needs({ meeting: { id, mine } }: { meeting: ShownMeeting }) {
  const { t } = useWords('meetings');
  const { problems, setProblems, refused, take } = useFate('meetings');
  const [needs, setNeeds] = useState(mine.needs);
  const [register, { pending }] = useAct(RegisterDocument, { refresh: shown });
  const send = async () => {
    const wrong = problemsOf(needsInput, { needs });
    setProblems(wrong);
    if (wrong.length === 0) take((await register({ id, needs }))?.registerForMeeting, t('register.needsKept'));
  };
  return (
    <Form words="meetings" summary="here" label={t('register.needs')} problems={problems} onSubmit={() => void send()}>
      <TextArea name="needs" optional rows={2} label={t('field.needs')} hint={t('register.needsHint')} limit={limits.needs} value={needs} onChange={setNeeds} />
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs><Button type="submit" variant="secondary" pending={pending}>{t('register.needsAct')}</Button></FormActs>
    </Form>
  );
}

function Leave({ id }: { id: string }) {
  const { t } = useWords('meetings');
  const [leave, { pending }] = useAct(LeaveDocument, { refresh: shown });
  return (
    <AskedAct words="meetings" act={t('register.leave')} question={t('register.leaveAsk')} yes={t('register.leaveYes')} pending={pending} done={t('register.left')} run={async () => (await leave({ id }))?.leaveMeeting}>
      <p>{t('register.leaveText')}</p>
    </AskedAct>
  );
}
