import { useState } from 'react';
import { commentLimits, newCommentSchema } from '@isegoria/comments/contracts';
import { RefusalNotice, useMe } from '@isegoria/identity/web';
import { problemsOf, type Subject, subjectKey } from '@isegoria/kernel/contracts';
import { announce, askToSignIn, Button, Form, FormActs, Notice, type Problem, RadioGroup, TextArea, useAct, useKept, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import { AddComment, type ShownComment, type Side } from './documents';
import { refusalWords } from './refusal-words';
import styles from './arguments.module.css';

export interface WriteFormProps {
  subject: Subject;
  /** Whether it waits for a moderator first. */
  waits: boolean;
  /** A remark: there is no side to choose. */
  remarks?: boolean;
  onSaved(comment: ShownComment): void;
}

interface Draft {
  alignment: Side | '';
  text: string;
  nonce: string;
}

const sides: readonly Side[] = ['FOR', 'AGAINST', 'NEUTRAL'];
const empty = (alignment: Draft['alignment']): Draft => ({ alignment, text: '', nonce: crypto.randomUUID() });

/** First where one stands, then why. What is typed stays until it is sent, also over a walk to the sign-in page. */
export function WriteForm({ subject, waits, remarks = false, onSaved }: WriteFormProps) {
  const words = useWords('comments');
  const { t } = words;
  const { me } = useMe();
  const side = remarks ? 'NEUTRAL' : '';
  const [first] = useState(() => empty(side));
  const [draft, keep, forget] = useKept<Draft>(`argument:${subjectKey(subject)}`, first);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [told, setTold] = useState<{ tone: 'done' | 'problem'; text: string } | null>(null);
  const [add, { pending }] = useAct(AddComment);

  const send = async () => {
    setTold(null);
    const wrong = problemsOf(newCommentSchema, { ...draft, alignment: draft.alignment || undefined });
    // Why is asked only once one stands somewhere: what is not on the page yet is not missed.
    setProblems(draft.alignment ? wrong : wrong.filter(({ field }) => field === 'alignment'));
    if (wrong.length > 0 || !draft.alignment) return;
    if (!me) return askToSignIn();
    const answer = (await add({ input: { subject, alignment: draft.alignment, text: draft.text, nonce: draft.nonce } }))?.addComment;
    if (!answer) return;
    if (answer.__typename === 'Invalid') return setProblems(answer.problems);
    if (answer.__typename !== 'CommentSaved') return setTold({ tone: 'problem', text: refusalWords(words, answer) });
    const said = t(answer.comment.visibility === 'waiting' ? 'write.sentWaits' : 'write.sent');
    announce(said);
    setTold({ tone: 'done', text: said });
    onSaved(answer.comment);
    forget();
    // The kept first draft's nonce is used up: the next comment is another one.
    keep(empty(side));
  };

  return (
    <Form words="comments" problems={problems} summary="here" label={t(remarks ? 'write.remark' : 'write.title')} onSubmit={() => void send()}>
      {!remarks && (
        <RadioGroup
          name="alignment"
          label={t('write.side')}
          layout="row"
          value={draft.alignment}
          choices={sides.map((value) => ({ value, label: t(`write.${value}`) }))}
          onChange={(value) => keep({ ...draft, alignment: sides.find((one) => one === value) ?? '' })}
        />
      )}
      {draft.alignment && (
        <TextArea name="text" label={t(`why.${draft.alignment}`)} hint={remarks ? undefined : t('write.hint')} limit={commentLimits.text} value={draft.text} onChange={(text) => keep({ ...draft, text })} />
      )}
      {told && (told.tone === 'problem' ? <RefusalNotice>{told.text}</RefusalNotice> : <Notice tone="done">{told.text}</Notice>)}
      <FormActs>
        <Button type="submit" pending={pending}>
          {t(waits ? 'write.sendWaits' : 'write.send')}
        </Button>
        <Link className={styles.conduct} to="/code-of-conduct">
          {t('write.conduct')}
        </Link>
      </FormActs>
      {(waits || !me) && <p className={styles.small}>{t(me ? 'write.waits' : 'write.signIn')}</p>}
    </Form>
  );
}
