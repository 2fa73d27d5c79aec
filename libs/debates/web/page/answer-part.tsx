import { debateAnswerInput, debateLimits as limits } from '@isegoria/debates/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Button, DateText, Disclosure, Form, FormActs, Notice, Prose, Section, TextArea, useAct, useFate, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import styles from '../debates.module.css';
import { AnswerDocument, DebateDocument, type ShownDebate } from '../documents';

/** What the department in charge says; and, for its officials, where they say it. */
export function AnswerPart({ debate: { id, answer, mine } }: { debate: ShownDebate }) {
  const { t, lt } = useWords('debates');
  if (!answer && !mine.canAnswer) return null;
  return (
    <Section title={t('answer.title')}>
      <div className={styles.stack}>
        {answer && (
          <>
            <div className={styles.measure} lang="el"><Prose html={answer.html} /></div>
            <p className={styles.small}>{answer.department && lt(answer.department.name)}, <DateText at={answer.at} /></p>
          </>
        )}
        {mine.canAnswer && <div className="no-print"><Disclosure label={t('answer.write')}><AnswerForm id={id} text={answer?.text ?? ''} /></Disclosure></div>}
      </div>
    </Section>
  );
}

function AnswerForm({ id, text }: { id: string; text: string }) {
  const { t } = useWords('debates');
  const { problems, setProblems, refused, take } = useFate('debates');
  const [typed, setTyped] = useState(text);
  const [answer, { pending }] = useAct(AnswerDocument, { refresh: [DebateDocument] });
  const send = async () => {
    const wrong = problemsOf(debateAnswerInput, { text: typed });
    setProblems(wrong);
    if (wrong.length === 0) take((await answer({ id, text: typed }))?.answerDebate, t('answer.sent'));
  };
  return (
    <Form words="debates" summary="here" label={t('answer.write')} problems={problems} onSubmit={() => void send()}>
      <TextArea name="text" rows={6} label={t('field.answer')} hint={t('answer.hint')} limit={limits.answer} value={typed} onChange={setTyped} />
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs>
        <Button type="submit" pending={pending}>{t('answer.send')}</Button>
      </FormActs>
    </Form>
  );
}
