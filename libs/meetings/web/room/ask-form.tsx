import { RefusalNotice, SignInLink, useMe } from '@isegoria/identity/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { meetingLimits as limits, questionInput } from '@isegoria/meetings/contracts';
import { Button, Checkbox, Form, FormActs, Notice, Select, TextArea, useAct, useFate, useKept, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { AskDocument, QuestionsDocument, type ShownMeeting } from '../documents';

/** Asks a question. What is typed stays in this tab until it is sent; the same press is sent again under the same nonce. */
export function AskForm({ meeting: { id, items, currentItemId, room, mine } }: { meeting: ShownMeeting }) {
  const { t, lt } = useWords('meetings');
  const { me } = useMe();
  const [typed, keep, forget] = useKept(`meeting-question:${id}`, { text: '', itemId: '', nonce: '' });
  const [isFromHall, setFromHall] = useState(false);
  const [sent, setSent] = useState<'public' | 'waits' | null>(null);
  const { problems, setProblems, refused, take } = useFate('meetings');
  const [ask, { pending }] = useAct(AskDocument, { refresh: [QuestionsDocument] });
  if (!me) return <p><SignInLink>{t('ask.signIn')}</SignInLink></p>;
  const send = async () => {
    const nonce = typed.nonce || crypto.randomUUID();
    const wrong = problemsOf(questionInput, { text: typed.text, nonce });
    setProblems(wrong);
    setSent(null);
    if (wrong.length > 0) return;
    keep({ ...typed, nonce });
    const result = (await ask({ input: { meetingId: id, itemId: typed.itemId || currentItemId || null, text: typed.text, isFromHall, nonce } }))?.askAtMeeting;
    if (!result) return;
    if (!take(result, t('ask.done')) || result.__typename !== 'MeetingQuestionSaved') return;
    forget();
    setSent(result.question.isPublic ? 'public' : 'waits');
  };
  return (
    <Form words="meetings" summary="here" label={t('ask.title')} problems={problems} onSubmit={() => void send()}>
      <TextArea
        name="text" rows={3} label={t('field.text')} hint={t(room.questions === 'wait' ? 'ask.hintWaits' : 'ask.hint', { count: room.perPerson })} limit={limits.question} value={typed.text}
        onChange={(text) => keep({ ...typed, text, nonce: '' })}
      />
      {items.length > 1 && <Select name="itemId" label={t('ask.item')} placeholder={t('ask.itemNow')} choices={items.map((item) => ({ value: item.id, label: lt(item.title) }))} value={typed.itemId} onChange={(itemId) => keep({ ...typed, itemId, nonce: '' })} />}
      {mine.organises && <Checkbox name="isFromHall" label={t('ask.fromHall')} hint={t('ask.fromHallHint')} checked={isFromHall} onChange={setFromHall} />}
      {refused && <RefusalNotice>{refused}</RefusalNotice>}
      {sent && <Notice tone="done">{t(sent === 'public' ? 'ask.done' : 'ask.doneWaits')}</Notice>}
      <FormActs><Button type="submit" pending={pending}>{t('ask.act')}</Button></FormActs>
    </Form>
  );
}
