import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { Subject } from '@isegoria/kernel/contracts';
import { RefusalNotice } from '@isegoria/identity/web';
import { Prose, TimeAgo, useWords } from '@isegoria/ui/web';
import styles from './arguments.module.css';
import type { ShownComment } from './documents';
import { beginning, useNamed } from './named';
import { EditButton, EditOwn, WithdrawOwn } from './own-acts';
import { ReplyForm, Replies } from './replies';
import { useAgreement } from './use-agreement';
import { useOpener } from './use-opener';

/** What the page around the arguments adds to each: the way to report it, and by which words it is told from the others. */
export type ReportSlot = (item: Subject, of: string) => ReactNode;

export interface ArgumentProps {
  subject: Subject;
  comment: ShownComment;
  agreed: boolean;
  /** Whether one may answer here now. */
  open: boolean;
  report?: ReportSlot;
  /** Opens the replies, for a link that leads to one of them. */
  showReplies?: boolean;
}

type Open = 'reply' | 'edit' | 'withdraw' | null;

/** One argument: what it says, who says it, how many agree; what one can do with it. */
export function Argument({ subject, comment, agreed, open, report, showReplies = false }: ArgumentProps) {
  const { t } = useWords('comments');
  const [act, setAct] = useState<Open>(null);
  const [unfolded, setUnfolded] = useState(showReplies);
  const { opened, back } = useOpener();
  const named = useNamed(comment);
  const begin = (next: Open) => {
    opened();
    setAct(next);
  };
  const close = () => {
    setAct(null);
    back();
  };
  const replies = t(unfolded ? 'act.hideReplies' : 'act.replies', { count: comment.replies });
  if (comment.visibility === 'withdrawn') return <Withdrawn {...{ subject, comment, open, report }} />;
  return (
    <article className={styles.argument} id={`comment-${comment.id}`} tabIndex={-1}>
      {act === 'edit' ? <EditOwn comment={comment} onClose={close} /> : <Prose html={comment.html} />}
      <Byline comment={comment} agreed={agreed}>
        {open && !comment.parentId && (
          <button type="button" className={styles.act} aria-expanded={act === 'reply'} aria-label={named(t('act.reply'))} onClick={() => begin(act === 'reply' ? null : 'reply')}>
            {t('act.reply')}
          </button>
        )}
        {comment.replies > 0 && (
          <button type="button" className={styles.act} aria-expanded={unfolded} aria-label={named(replies)} onClick={() => setUnfolded(!unfolded)}>
            {replies}
          </button>
        )}
        {comment.mine ? <OwnActs comment={comment} onAct={begin} /> : <Report comment={comment} slot={report} />}
      </Byline>
      {act === 'withdraw' && <WithdrawOwn comment={comment} onClose={close} />}
      {act === 'reply' && <ReplyForm subject={subject} parent={comment} onClose={close} onSent={() => setUnfolded(true)} />}
      {unfolded && <Replies subject={subject} parent={comment} open={open} report={report} />}
    </article>
  );
}

/** Who, how many agree, and the acts. */
function Byline({ comment, agreed, children }: { comment: ShownComment; agreed: boolean; children: ReactNode }) {
  const { t } = useWords('comments');
  const { agrees, count, refused, press } = useAgreement(comment, agreed);
  const named = useNamed(comment);
  const agree = t(agrees ? 'act.agreed' : 'act.agree');
  return (
    <>
      <p className={styles.byline}>
        {comment.author?.name || t('former')}
        <span className={styles.count}>{count > 0 && t('agree', { count })}</span>
        <TimeAgo at={comment.createdAt} />
        {comment.editedAt && <span>{t('edited')}</span>}
      </p>
      <div className={styles.acts}>
        {!comment.mine && (
          <button type="button" className={styles.agree} data-agrees={agrees} aria-label={named(agree)} onClick={press}>
            {agree}
          </button>
        )}
        {children}
      </div>
      {refused && <RefusalNotice>{refused}</RefusalNotice>}
    </>
  );
}

function OwnActs({ comment, onAct }: { comment: ShownComment; onAct(act: Open): void }) {
  const { t } = useWords('comments');
  const named = useNamed(comment);
  return (
    <>
      <EditButton comment={comment} className={styles.act} onEdit={() => onAct('edit')} />
      <button type="button" className={styles.act} aria-label={named(t('act.withdraw'))} onClick={() => onAct('withdraw')}>
        {t('act.withdraw')}
      </button>
    </>
  );
}

/** The page hands in its way to report; without one there is the page of reports, which needs nothing from us. */
function Report({ comment, slot }: { comment: ShownComment; slot?: ReportSlot }) {
  const { t } = useWords('comments');
  const named = useNamed(comment);
  const { id } = comment;
  if (slot) return slot({ kind: 'comment', id }, beginning(comment));
  return (
    <Link className={styles.act} to={`/report/comment/${id}`} rel="nofollow" aria-label={named(t('act.report'))}>
      {t('act.report')}
    </Link>
  );
}

function Withdrawn({ subject, comment, open, report }: Pick<ArgumentProps, 'subject' | 'comment' | 'open' | 'report'>) {
  const { t } = useWords('comments');
  return (
    <article className={styles.argument} id={`comment-${comment.id}`} tabIndex={-1}>
      <p className={styles.withdrawn}>{t('withdrawn')}</p>
      {comment.replies > 0 && <Replies subject={subject} parent={comment} open={open} report={report} />}
    </article>
  );
}
