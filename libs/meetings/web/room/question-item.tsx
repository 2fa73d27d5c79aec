import { RefusalNotice } from '@isegoria/identity/web';
import { answerInput, meetingLimits as limits } from '@isegoria/meetings/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { ReportButton } from '@isegoria/moderation/web';
import { AskedAct, Button, cx, Disclosure, Form, FormActs, Notice, PlainText, Tag, TextArea, TimeAgo, useAct, useFate, useWords } from '@isegoria/ui/web';
import { refusalWords, supportYes, useCast, useSupportCount, useSupportSaid } from '@isegoria/votes/web';
import { useState } from 'react';
import { AnswerQuestionDocument, DeferQuestionDocument, MeetingDocument, QuestionsDocument, type ShownMeeting, type ShownQuestion, TakeUpDocument, WithdrawQuestionDocument } from '../documents';
import styles from '../meetings.module.css';

interface QuestionItemProps {
  question: ShownQuestion;
  meeting: ShownMeeting;
}

/** One question: how many support it, what was asked, what was answered; and what its author and those who lead can do with it. */
export function QuestionItem({ question, meeting }: QuestionItemProps) {
  const { t, d, lt, lang } = useWords('meetings');
  const { id, text, author, isFromHall, stage, answer, dueAt, isPublic, verdict, isMine, itemId, at } = question;
  const { currentQuestionId, items, mine } = meeting;
  const item = items.find((one) => one.id === itemId);
  return (
    <li id={`question-${id}`} className={cx(styles.question, id === currentQuestionId && styles.taken)}>
      {isPublic && <Support question={question} isClosed={stage === 'answered'} />}
      <div className={styles.body}>
        <p className={styles.asked} lang="el">{text}</p>
        <p className={styles.small}>
          <span lang="el">{isFromHall ? t('question.hall') : author || t('question.left')}</span> · <TimeAgo at={at} />
          {item && <> · <span lang={lang(item.title)}>{lt(item.title)}</span></>}
        </p>
        <p className={styles.tags}>
          {id === currentQuestionId && <Tag tone="sun">{t('question.now')}</Tag>}
          {stage === 'later' && <Tag tone="aegean">{dueAt ? t('question.later', { date: d(dueAt) }) : t('question.laterSoon')}</Tag>}
          {!isPublic && <Tag>{t(verdict ? 'question.hidden' : 'question.waits')}</Tag>}
        </p>
        {verdict && <p className={styles.small} lang="el">{verdict.reason}</p>}
        {answer && (
          <div className={styles.answer}>
            <p className={styles.small}>{t(answer.isInWriting ? 'question.answeredLater' : 'question.answered')} · <TimeAgo at={answer.at} /></p>
            <div lang="el"><PlainText text={answer.text} /></div>
          </div>
        )}
        <div className={styles.acts}>
          {isMine && stage !== 'answered' && <Withdraw id={id} />}
          {isPublic && !isMine && !isFromHall && <ReportButton item={{ kind: 'meeting-question', id }} of={text} />}
        </div>
        {mine.organises && isPublic && stage !== 'answered' && <Leads question={question} meeting={meeting} />}
      </div>
    </li>
  );
}

/** The reader's own support counts at once; the city's count, which is heard in the room of the meeting, stands in as soon as it holds it. */
function Support({ question: { ballotId, supports, seq, text }, isClosed }: { question: ShownQuestion; isClosed: boolean }) {
  const { t, n } = useWords('meetings');
  const votes = useWords('votes');
  const casting = useCast(ballotId);
  const supporting = (casting.mine?.length ?? 0) > 0;
  const count = useSupportCount({ isKnown: true, voters: supports, seq }, casting);
  useSupportSaid(supporting, count, casting, { nowSupporting: (all) => t('question.nowSupporting', { count: all }), noLongerSupporting: (all) => t('question.noLonger', { count: all }) });
  return (
    <div className={styles.support}>
      <span className={styles.count}>{n(count)}</span>
      <span className={styles.small}>{t('question.support', { count })}</span>
      {!isClosed && <Button variant={supporting ? 'primary' : 'secondary'} pressed={supporting} label={`${t('question.act')}: ${text}`} onClick={() => casting.cast(supporting ? [] : supportYes)}>{t('question.act')}</Button>}
      {casting.refused && <RefusalNotice>{refusalWords(votes, casting.refused)}</RefusalNotice>}
    </div>
  );
}

function Withdraw({ id }: { id: string }) {
  const { t } = useWords('meetings');
  const [withdraw, { pending }] = useAct(WithdrawQuestionDocument, { refresh: [QuestionsDocument] });
  return (
    <AskedAct words="meetings" act={t('question.withdraw')} question={t('question.withdrawAsk')} yes={t('question.withdrawYes')} pending={pending} done={t('question.withdrawn')} run={async () => (await withdraw({ id }))?.withdrawMeetingQuestion}>
      <p>{t('question.withdrawText')}</p>
    </AskedAct>
  );
}

/** For those who lead: taken up in the hall, left for writing, answered. */
function Leads({ question: { id, stage }, meeting }: QuestionItemProps) {
  const { t } = useWords('meetings');
  const { problems, setProblems, refused, take } = useFate('meetings');
  const [text, setText] = useState('');
  const refresh = [QuestionsDocument, MeetingDocument];
  const [takeUp, { pending: taking }] = useAct(TakeUpDocument, { refresh });
  const [defer, { pending: deferring }] = useAct(DeferQuestionDocument, { refresh });
  const [answer, { pending }] = useAct(AnswerQuestionDocument, { refresh });
  const isNow = meeting.currentQuestionId === id;
  const isOpen = meeting.stage === 'open';
  const send = async () => {
    const wrong = problemsOf(answerInput, { text });
    setProblems(wrong);
    if (wrong.length === 0) take((await answer({ id, text }))?.answerMeetingQuestion, t('question.answerKept'));
  };
  return (
    <div className={cx('no-print', styles.stack)}>
      {isOpen && (
        <div className={styles.acts}>
          <Button variant={isNow ? 'primary' : 'secondary'} pressed={isNow} pending={taking} onClick={() => void takeUp({ id: meeting.id, questionId: isNow ? null : id }).then((result) => take(result?.takeUpMeetingQuestion, t(isNow ? 'question.putDown' : 'question.takenUp')))}>{t('question.takeUp')}</Button>
          {stage === 'asked' && <Button variant="quiet" pending={deferring} onClick={() => void defer({ id }).then((result) => take(result?.deferMeetingQuestion, t('question.deferred')))}>{t('question.defer')}</Button>}
        </div>
      )}
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <Disclosure label={t('question.answer')}>
        <Form words="meetings" summary="here" label={t('question.answer')} problems={problems} onSubmit={() => void send()}>
          <TextArea name="text" rows={3} label={t('field.answer')} hint={t('question.answerHint')} limit={limits.answer} value={text} onChange={setText} />
          <FormActs><Button type="submit" pending={pending}>{t('question.answerAct')}</Button></FormActs>
        </Form>
      </Disclosure>
    </div>
  );
}
