import { useState } from 'react';
import { Link } from 'react-router';
import { RefusalNotice, useMe } from '@isegoria/identity/web';
import { problemsOf, type Subject, subjectKey } from '@isegoria/kernel/contracts';
import { newOpinionSchema, opinionLimits } from '@isegoria/opinions/contracts';
import { announce, askToSignIn, Button, Disclosure, Form, FormActs, Notice, type Problem, Tag, TextArea, useAct, useKept, useWords } from '@isegoria/ui/web';
import { AddOpinion, type OwnOpinions, type ShownStatement } from './documents';
import styles from './opinions.module.css';
import { refusalWords } from './refusal-words';
import { CorrectOwn } from './correct-own';
import { WithdrawOwn } from './statement-acts';

export interface AddFormProps {
  subject: Subject;
  opinions: OwnOpinions;
  onSaved(): void;
}

const empty = () => ({ text: '', nonce: crypto.randomUUID() });

/** A statement of one's own. What is typed stays until it is sent, also over a walk to the sign-in page. */
export function AddForm({ subject, opinions, onSaved }: AddFormProps) {
  const words = useWords('opinions');
  const { t } = words;
  const { me } = useMe();
  const [first] = useState(empty);
  const [draft, keep, forget] = useKept(`opinion:${subjectKey(subject)}`, first);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [told, setTold] = useState<{ tone: 'done' | 'problem'; text: string } | null>(null);
  const [add, { pending }] = useAct(AddOpinion);

  const send = async () => {
    setTold(null);
    const wrong = problemsOf(newOpinionSchema, draft);
    setProblems(wrong);
    if (wrong.length > 0) return;
    if (!me) return askToSignIn();
    const answer = (await add({ input: { subject, ...draft } }))?.addOpinion;
    if (!answer) return;
    if (answer.__typename === 'Invalid') return setProblems(answer.problems);
    if (answer.__typename === 'OpinionThere') return setTold({ tone: 'problem', text: t('add.there') });
    if (answer.__typename !== 'OpinionSaved') return setTold({ tone: 'problem', text: refusalWords(words, answer) });
    const said = t(answer.statement.visibility === 'waiting' ? 'add.waits' : 'add.sent');
    announce(said);
    setTold({ tone: 'done', text: said });
    onSaved();
    forget();
    // The kept first draft's nonce is used up: the next statement is another one.
    keep(empty());
  };

  return (
    <div className={styles.add}>
      <Disclosure label={t('add.title')}>
        <Form words="opinions" problems={problems} summary="here" label={t('add.title')} onSubmit={() => void send()}>
          <TextArea name="text" label={t('add.text')} hint={t('add.hint')} limit={opinionLimits.longest} value={draft.text} onChange={(text) => keep({ ...draft, text })} />
          {told && (told.tone === 'problem' ? <RefusalNotice>{told.text}</RefusalNotice> : <Notice tone="done">{told.text}</Notice>)}
          <FormActs>
            <Button type="submit" pending={pending}>
              {t('add.send')}
            </Button>
          </FormActs>
          {opinions.waits && <p className={styles.small}>{t('add.waits')}</p>}
        </Form>
      </Disclosure>
      {opinions.mine.length > 0 && (
        <section aria-label={t('add.mine')}>
          <p className={styles.small}>{t('add.mine')}</p>
          <ul className={styles.given}>
            {opinions.mine.map((statement) => (
              <OwnUnseen key={statement.id} statement={statement} subject={subject} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** A statement of the reader's that others do not see: why, and what can be done about it. */
function OwnUnseen({ statement, subject }: { statement: ShownStatement; subject: Subject }) {
  const { t } = useWords('opinions');
  const { text, visibility, decision } = statement;
  return (
    <li>
      <span lang="el">{text}</span> <Tag>{t(`add.${visibility}`)}</Tag>
      {decision && <p className={styles.small}>{t('own.rule', { rule: decision.rule, reason: decision.reason })}</p>}
      {visibility === 'returned' && <CorrectOwn statement={statement} subject={subject} />}
      <div className={styles.acts}>
        {decision && <Link to={`/moderation/cases/${decision.caseId}/objection`}>{t('own.object')}</Link>}
        <WithdrawOwn statement={statement} />
      </div>
    </li>
  );
}
