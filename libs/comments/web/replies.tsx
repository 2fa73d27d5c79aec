import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '@isegoria/identity/web';
import type { Subject } from '@isegoria/kernel/contracts';
import { announce, askToSignIn, Button, FailureNotice, useAct, useKept, useRefresh, useWords, Waiting } from '@isegoria/ui/web';
import { Argument, type ReportSlot } from './argument';
import styles from './arguments.module.css';
import { AddComment, DiscussionOf, type ShownComment } from './documents';
import { changeEverywhere, putLast, repliesKey } from './pages-in-memory';
import { refusalWords } from './refusal-words';
import { TextForm } from './text-form';
import { useAgreements } from './use-agreement';
import { useReplies } from './use-comments';
import { useFocusOnNew } from './use-focus-on-new';

interface RepliesProps {
  subject: Subject;
  parent: ShownComment;
  open: boolean;
  report?: ReportSlot;
}

/** The replies to an argument, oldest first. */
export function Replies({ subject, parent, open, report }: RepliesProps) {
  const { t } = useWords('comments');
  const { items, hasMore, pending, growing, error, grow, again } = useReplies(parent.id, true);
  const agreed = useAgreements(items);
  const focusOnNew = useFocusOnNew(items);
  const more = () => {
    focusOnNew();
    grow();
  };
  if (pending) return <Waiting />;
  if (error) return <FailureNotice failure={error} retry={again} />;
  return (
    <ol role="list" className={styles.replies}>
      {items.map((comment) => (
        <li key={comment.id}>
          <Argument subject={subject} comment={comment} agreed={agreed.has(comment.id)} open={open} report={report} />
        </li>
      ))}
      {hasMore && (
        <li>
          <Button variant="quiet" pending={growing} onClick={more}>
            {t('act.moreReplies')}
          </Button>
        </li>
      )}
    </ol>
  );
}

interface Draft {
  text: string;
  nonce: string;
}

/** Answers an argument. */
export function ReplyForm({ subject, parent, onClose, onSent }: { subject: Subject; parent: ShownComment; onClose(): void; onSent(): void }) {
  const words = useWords('comments');
  const { t } = words;
  const { me } = useMe();
  const client = useQueryClient();
  const refresh = useRefresh();
  const [first] = useState<Draft>(() => ({ text: '', nonce: crypto.randomUUID() }));
  const [draft, keep, forget] = useKept<Draft>(`reply:${parent.id}`, first);
  const [add, { pending }] = useAct(AddComment);
  const send = async (text: string) => {
    if (!me) {
      askToSignIn();
      return null;
    }
    const answer = (await add({ input: { subject, parentId: parent.id, alignment: 'NEUTRAL', text, nonce: draft.nonce } }))?.addComment;
    if (!answer) return null;
    if (answer.__typename === 'Invalid') return answer.problems;
    if (answer.__typename !== 'CommentSaved') return refusalWords(words, answer);
    forget();
    if (answer.comment.visibility === 'public') show(answer.comment);
    announce(t(answer.comment.visibility === 'public' ? 'write.sent' : 'write.sentWaits'));
    await refresh(DiscussionOf);
    onClose();
    return null;
  };
  const show = (comment: ShownComment) => {
    // The room tells of it too; whichever comes second finds it there.
    changeEverywhere(client, parent.id, (shown) => ({ ...shown, replies: Math.max(shown.replies, parent.replies + 1) }));
    putLast(client, repliesKey(parent.id), comment);
    changeEverywhere(client, comment.id, () => comment);
    onSent();
  };
  return <TextForm label={t('write.reply')} send={t('write.replySend')} value={draft.text} pending={pending} onChange={(text) => keep({ ...draft, text })} onSend={send} onCancel={onClose} />;
}
