import { useState } from 'react';
import { Link } from 'react-router';
import { Prose, Tag, useWords } from '@isegoria/ui/web';
import styles from './arguments.module.css';
import type { ShownComment } from './documents';
import { useNamed } from './named';
import { EditButton, EditOwn, WithdrawOwn } from './own-acts';
import { useOpener } from './use-opener';

const tones = { waiting: 'sun', returned: 'terracotta', hidden: 'terracotta', public: 'olive', withdrawn: 'neutral' } as const;

/** The reader's own comments that others do not see: why, and what can be done about it. */
export function OwnUnseen({ comments }: { comments: readonly ShownComment[] }) {
  const { t } = useWords('comments');
  if (comments.length === 0) return null;
  return (
    <section className={styles.own} aria-label={t('own.title')}>
      <h3>{t('own.title')}</h3>
      {comments.map((comment) => (
        <OwnComment key={comment.id} comment={comment} />
      ))}
    </section>
  );
}

function OwnComment({ comment }: { comment: ShownComment }) {
  const { t } = useWords('comments');
  const [act, setAct] = useState<'edit' | 'withdraw' | null>(null);
  const named = useNamed(comment);
  const { opened, back } = useOpener();
  const begin = (next: 'edit' | 'withdraw') => {
    opened();
    setAct(next);
  };
  const close = () => {
    setAct(null);
    back();
  };
  const { decision, visibility } = comment;
  return (
    <article className={styles.argument} id={`comment-${comment.id}`} tabIndex={-1}>
      <p>
        <Tag tone={tones[visibility]}>{t(`own.${visibility}`)}</Tag>
      </p>
      {act === 'edit' ? <EditOwn comment={comment} onClose={close} /> : <Prose html={comment.html} />}
      {decision && <p className={styles.why}>{t('own.rule', { rule: decision.rule, reason: decision.reason })}</p>}
      <div className={styles.acts}>
        <EditButton comment={comment} className={styles.agree} onEdit={() => begin('edit')} />
        {decision && (
          <Link className={styles.act} to={`/moderation/cases/${decision.caseId}/objection`}>
            {t('own.object')}
          </Link>
        )}
        <button type="button" className={styles.act} aria-label={named(t('act.withdraw'))} onClick={() => begin('withdraw')}>
          {t('act.withdraw')}
        </button>
      </div>
      {act === 'withdraw' && <WithdrawOwn comment={comment} onClose={close} />}
    </article>
  );
}
