import { cameInput, meetingLimits as limits, pollInput } from '@isegoria/meetings/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Button, Card, Checkbox, Disclosure, Form, FormActs, Notice, Select, TextField, useAct, useFate, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { AskPollDocument, CountDocument, MeetingDocument, PollsDocument, SetItemDocument, type ShownMeeting } from '../documents';
import styles from '../meetings.module.css';

/** For those who lead a meeting while it meets: which item is on, how many came, a straw poll. */
export function LeadPart({ meeting }: { meeting: ShownMeeting }) {
  const { t, lt } = useWords('meetings');
  const { id, items, currentItemId } = meeting;
  const { refused, take } = useFate('meetings');
  const [setItem] = useAct(SetItemDocument, { refresh: [MeetingDocument] });
  const choose = async (itemId: string) => void take((await setItem({ id, itemId: itemId || null }))?.setMeetingItem, t('lead.itemSet'));
  return (
    <div className="no-print">
      <Card title={t('lead.title')} edge="aegean">
        {items.length > 0 && <Select name="currentItem" label={t('lead.item')} placeholder={t('lead.noItem')} choices={items.map((item) => ({ value: item.id, label: lt(item.title) }))} value={currentItemId ?? ''} onChange={(itemId) => void choose(itemId)} />}
        {refused && <Notice tone="problem" live>{refused}</Notice>}
        <Came meeting={meeting} />
        <Disclosure label={t('lead.poll')}><PollForm meeting={meeting} /></Disclosure>
      </Card>
    </div>
  );
}

/** How many came, as they were counted at the door. */
export function Came({ meeting: { id, came } }: { meeting: Pick<ShownMeeting, 'id' | 'came'> }) {
  const { t } = useWords('meetings');
  const { problems, setProblems, refused, take } = useFate('meetings');
  const [typed, setTyped] = useState(came === null ? '' : String(came));
  const [count, { pending }] = useAct(CountDocument, { refresh: [MeetingDocument] });
  const send = async () => {
    const wrong = problemsOf(cameInput, { came: Number(typed || NaN) });
    setProblems(wrong);
    if (wrong.length === 0) take((await count({ id, came: Number(typed) }))?.countMeeting, t('lead.counted'));
  };
  return (
    <Form words="meetings" summary="here" label={t('lead.came')} problems={problems} onSubmit={() => void send()}>
      <TextField name="came" width="short" inputMode="numeric" label={t('field.came')} hint={t('lead.cameHint')} value={typed} onChange={setTyped} />
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs><Button type="submit" variant="secondary" pending={pending}>{t('lead.countAct')}</Button></FormActs>
    </Form>
  );
}

const blank = () => ({ id: crypto.randomUUID(), question: '', questionEn: '', options: ['', ''], isLive: false, minutes: '5' });

function PollForm({ meeting: { id: meetingId, came } }: { meeting: ShownMeeting }) {
  const { t } = useWords('meetings');
  const { problems, setProblems, refused, take } = useFate('meetings');
  const [typed, setTyped] = useState(blank);
  const [ask, { pending }] = useAct(AskPollDocument, { refresh: [PollsDocument] });
  const change = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part });
  const send = async () => {
    const input = { id: typed.id, meetingId, question: { el: typed.question, en: typed.questionEn }, options: typed.options.filter((text, at) => text.trim() !== '' || at < 2).map((el) => ({ el, en: '' })), isLive: typed.isLive, minutes: Number(typed.minutes || NaN), present: came || null };
    const wrong = problemsOf(pollInput, input);
    setProblems(wrong);
    if (wrong.length === 0 && take((await ask({ input }))?.askMeetingPoll, t('lead.polled'))) setTyped(blank());
  };
  return (
    <Form words="meetings" summary="here" label={t('lead.poll')} problems={problems} onSubmit={() => void send()}>
      <p className={styles.small}>{t('poll.claim')}</p>
      <TextField name="question.el" label={t('field.question')} value={typed.question} onChange={(question) => change({ question })} />
      {typed.options.map((text, at) => (
        <TextField key={at} name={`options.${at}.el`} optional={at > 1} label={t('field.option', { number: at + 1 })} value={text} onChange={(next) => change({ options: typed.options.map((one, place) => (place === at ? next : one)) })} />
      ))}
      {typed.options.length < 6 && <div><Button variant="quiet" onClick={() => change({ options: [...typed.options, ''] })}>{t('lead.addOption')}</Button></div>}
      <TextField name="minutes" width="short" inputMode="numeric" label={t('field.minutes')} hint={t('lead.minutesHint', { count: limits.pollMinutes })} value={typed.minutes} onChange={(minutes) => change({ minutes })} />
      <Checkbox name="isLive" label={t('lead.live')} hint={t('lead.liveHint')} checked={typed.isLive} onChange={(isLive) => change({ isLive })} />
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs><Button type="submit" pending={pending}>{t('lead.pollAct')}</Button></FormActs>
    </Form>
  );
}
