import { Button, Card, DateText, Disclosure, Facts, LinkButton, PlainText, Section, Tag, useAct, useGraph, useWords } from '@isegoria/ui/web';
import { useCity } from '@isegoria/organisation/web';
import { KeepPromiseDocument, RepliesDocument, type ReplyOnPage } from './choices/choice-documents';
import styles from './replies-part.module.css';

interface RepliesPartProps {
  subject: { kind: string; id: string };
  /** Whether the reader may answer for the department. */
  mine: boolean;
  replyPath: string;
}

/** «You said, we did»: what the service replied to the pattern, what it promised, and whether it kept it. In sight the newest, and each whose promise is late. */
export function RepliesPart({ subject, mine, replyPath }: RepliesPartProps) {
  const { t } = useWords('evaluations');
  const replies = useGraph(RepliesDocument, { subject }).data?.serviceReplies ?? [];
  if (replies.length === 0 && !mine) return null;
  const inSight = (reply: ReplyOnPage) => reply === replies[0] || Boolean(reply.promise?.isOverdue);
  const older = replies.filter((reply) => !inSight(reply));
  const cards = (some: readonly ReplyOnPage[]) => (
    <div className={styles.replies}>
      {some.map((reply) => (
        <ReplyCard key={reply.id} reply={reply} mine={mine} />
      ))}
    </div>
  );
  return (
    <Section title={t('reply.title')} id="replies">
      {replies.length === 0 && <p>{t('reply.none')}</p>}
      {cards(replies.filter(inSight))}
      {older.length > 0 && <Disclosure label={t('reply.older', { count: older.length })}>{cards(older)}</Disclosure>}
      {mine && <LinkButton to={replyPath}>{t('reply.write')}</LinkButton>}
    </Section>
  );
}

function ReplyCard({ reply, mine }: { reply: ReplyOnPage; mine: boolean }) {
  const { t, lt } = useWords('evaluations');
  const { departmentName } = useCity();
  const { round, criterion, said, did, at, departmentId, promise } = reply;
  return (
    <Card title={departmentName(departmentId) || t('reply.service')} level={3} edge="aegean" note={<><DateText at={at} /> · {t(`rounds.${round}`)}{criterion && ` · ${lt(criterion)}`}</>}>
      <dl className={styles.words} lang="el">
        <dt>{t('reply.said')}</dt>
        <dd><PlainText text={said} /></dd>
        <dt>{t('reply.did')}</dt>
        <dd><PlainText text={did} /></dd>
      </dl>
      {promise && <PromiseLine id={reply.id} promise={promise} mine={mine} />}
    </Card>
  );
}

function PromiseLine({ id, promise: { text, dueAt, doneAt, isOverdue }, mine }: { id: string; promise: NonNullable<ReplyOnPage['promise']>; mine: boolean }) {
  const { t, d } = useWords('evaluations');
  const [keep, { pending }] = useAct(KeepPromiseDocument, { refresh: [RepliesDocument] });
  const tag = doneAt ? <Tag tone="olive">{t('reply.kept', { date: d(doneAt) })}</Tag> : <Tag tone={isOverdue ? 'terracotta' : 'sun'}>{t(isOverdue ? 'reply.overdue' : 'reply.due', { date: d(dueAt) })}</Tag>;
  return (
    <>
      <Facts facts={[{ label: t('reply.promise'), value: <><span lang="el">{text}</span> {tag}</> }]} />
      {mine && !doneAt && (
        <Button variant="secondary" pending={pending} onClick={() => void keep({ id })}>
          {t('reply.markKept')}
        </Button>
      )}
    </>
  );
}
