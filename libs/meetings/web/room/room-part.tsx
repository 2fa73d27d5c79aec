import { Empty, LinkButton, Loaded, Notice, Section, useWords } from '@isegoria/ui/web';
import { OpinionSection } from '@isegoria/opinions/web';
import { ReportButton } from '@isegoria/moderation/web';
import { useState } from 'react';
import type { ShownMeeting, ShownQuestion } from '../documents';
import styles from '../meetings.module.css';
import { AgendaPart } from '../page/agenda-part';
import { inOrder, questionsMost, useQuestions } from '../page/use-live-meeting';
import { AskForm } from './ask-form';
import { LeadPart } from './lead-part';
import { PollsPart } from './polls-part';
import { QuestionItem } from './question-item';

/** The live room: what is talked about now, what is asked, what the hall thinks. Afterwards it is the record of that. */
export function RoomPart({ meeting }: { meeting: ShownMeeting }) {
  const { t } = useWords('meetings');
  const { id, stage, room, mine } = meeting;
  const isOpen = stage === 'open';
  return (
    <div className={styles.room} data-open={isOpen || undefined}>
      {isOpen && <NowPart meeting={meeting} />}
      {isOpen && <AgendaPart meeting={meeting} />}
      {isOpen && mine.organises && <LeadPart meeting={meeting} />}
      <PollsPart meeting={meeting} />
      <Section title={t('room.questions')} id="questions">
        {isOpen && <AskForm meeting={meeting} />}
        <Questions meeting={meeting} />
      </Section>
      {room.hasOpinions && <Section title={t('room.opinions')}><OpinionSection subject={{ kind: 'meeting', id }} report={(item, of) => <ReportButton item={item} of={of} />} /></Section>}
    </div>
  );
}

/** What is before the hall at this moment. */
function NowPart({ meeting }: { meeting: ShownMeeting }) {
  const { t, lt, lang } = useWords('meetings');
  const { id, items, currentItemId, currentQuestionId } = meeting;
  const item = items.find((one) => one.id === currentItemId);
  const question = useQuestions(id).data?.meetingQuestions.items.find((one) => one.id === currentQuestionId);
  return (
    <Section title={t('room.now')}>
      <div className={styles.stack}>
        <div role="status" className={styles.now}>
          <p className={styles.heading} lang={item && lang(item.title)}>{item ? lt(item.title) : t('room.noItem')}</p>
          {question && <p><span className={styles.small}>{t('room.answering')}</span><br /><span lang="el">{question.text}</span></p>}
        </div>
        <div className="no-print"><LinkButton variant="quiet" to={`/meetings/${id}/screen`}>{t('room.screen')}</LinkButton></div>
      </div>
    </Section>
  );
}

type Shown = 'open' | 'answered' | 'all';

function Questions({ meeting }: { meeting: ShownMeeting }) {
  const { t } = useWords('meetings');
  const [shown, setShown] = useState<Shown>('all');
  const answer = useQuestions(meeting.id);
  return (
    <Loaded answer={answer}>
      {({ meetingQuestions: { items, next } }) => {
        if (items.length === 0) return <Empty title={t('room.noQuestions')}>{t(meeting.stage === 'open' ? 'room.askFirst' : 'room.nobodyAsked')}</Empty>;
        const of = (which: Shown): ShownQuestion[] => inOrder(items).filter(({ stage }) => which === 'all' || (stage === 'answered') === (which === 'answered'));
        return (
          <>
            <div className={styles.filter} role="group" aria-label={t('room.show')}>
              {(['all', 'open', 'answered'] as const).map((which) => (
                <button key={which} type="button" aria-pressed={which === shown} onClick={() => setShown(which)}>{t(`room.show_${which}`, { count: of(which).length })}</button>
              ))}
            </div>
            <ol role="list" className={styles.questions}>
              {of(shown).map((question) => <QuestionItem key={question.id} question={question} meeting={meeting} />)}
            </ol>
            {next && <Notice>{t('room.more', { count: questionsMost })}</Notice>}
          </>
        );
      }}
    </Loaded>
  );
}
