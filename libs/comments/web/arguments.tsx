import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Subject } from '@isegoria/kernel/contracts';
import { Card, Columns, Loaded, type ResultOf, Section, Select, useGraph, useRefresh, useWords } from '@isegoria/ui/web';
import type { ReportSlot } from './argument';
import styles from './arguments.module.css';
import { DiscussionOf, type ShownComment, type Side as SideName, type SortOrder } from './documents';
import { Linked } from './linked';
import { OwnUnseen } from './own-unseen';
import { putFirst, sideKey } from './pages-in-memory';
import { Side } from './side';
import { useLiveArguments } from './use-live-arguments';
import { WriteForm } from './write-form';

export interface ArgumentsProps {
  subject: Subject;
  /** How one reports a comment, for pages that can show more than a link: `(item) => <ReportButton item={item} />`. */
  report?: ReportSlot;
  /** Begins with the first of each side, on a page that asks for something else first. */
  brief?: boolean;
  /** There is nothing to be for or against: remarks alone, in one list. */
  remarks?: boolean;
}

type Discussion = NonNullable<ResultOf<typeof DiscussionOf>['discussion']>;

const orders: readonly SortOrder[] = ['SUPPORT', 'NEWEST'];

/** The discussion of a subject: arguments for on one side, against on the other, remarks under them, and the way to write one. */
export function Arguments({ subject, ...rest }: ArgumentsProps) {
  const answer = useGraph(DiscussionOf, { subject });
  return <Loaded answer={answer}>{({ discussion }) => discussion && <Shown subject={subject} discussion={discussion} {...rest} />}</Loaded>;
}

function Shown({ subject, discussion, report, brief = false, remarks = false }: ArgumentsProps & { discussion: Discussion }) {
  const { t } = useWords('comments');
  const client = useQueryClient();
  const refresh = useRefresh();
  const [sort, setSort] = useState<SortOrder>('SUPPORT');
  const [opened, setOpened] = useState<readonly SideName[]>([]);
  const isWhole = (name: SideName) => !brief || opened.includes(name);
  const { arrived, show, own } = useLiveArguments(subject, sort, isWhole);
  const { counts, open, waits, mine } = discussion;

  const saved = (comment: ShownComment) => {
    own(comment.id);
    if (comment.visibility === 'public') putFirst(client, sideKey(subject, comment.alignment, sort), comment);
    void refresh(DiscussionOf);
  };
  const side = (name: SideName, count: number) => (
    <Side subject={subject} side={name} sort={sort} count={count} arrived={arrived[name] ?? 0} onShow={() => show(name)} open={open} report={report} whole={isWhole(name)} onWhole={() => setOpened([...opened, name])} />
  );
  return (
    <div className={styles.discussion} id="arguments">
      {!remarks && <h2 className={styles.unseen}>{t('title')}</h2>}
      <Linked subject={subject} open={open} report={report} />
      <OwnUnseen comments={mine} />
      {(remarks ? counts.neutral : counts.for + counts.against) > 1 && (
        <div className={styles.sort}>
          <Select name="sort" label={t('sort.label')} value={sort} choices={orders.map((value) => ({ value, label: t(`sort.${value}`) }))} onChange={(value) => setSort(orders.find((order) => order === value) ?? 'SUPPORT')} />
        </div>
      )}
      {!remarks && (
        <Columns kind="even">
          {side('FOR', counts.for)}
          {side('AGAINST', counts.against)}
        </Columns>
      )}
      {(remarks || counts.neutral > 0 || (arrived.NEUTRAL ?? 0) > 0) && side('NEUTRAL', counts.neutral)}
      {open ? (
        <div className="no-print">
          <Card>
            <Section level={3} title={t(remarks ? 'write.remark' : 'write.title')}>
              <WriteForm subject={subject} waits={waits} remarks={remarks} onSaved={saved} />
            </Section>
          </Card>
        </div>
      ) : (
        <p className={styles.small}>{t('write.closed')}</p>
      )}
    </div>
  );
}
