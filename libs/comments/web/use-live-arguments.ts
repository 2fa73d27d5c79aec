import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Subject } from '@isegoria/kernel/contracts';
import { subjectKey } from '@isegoria/kernel/contracts';
import { useRoom } from '@isegoria/realtime/web';
import { announce, useRefresh, useWords } from '@isegoria/ui/web';
import { DiscussionOf, type ShownComment, type Side, type SortOrder } from './documents';
import { changeEverywhere, isEmpty, putLast, removeEverywhere, repliesKey, sideKey } from './pages-in-memory';

/** How many arguments of each side have come that are not shown yet. */
export type Arrived = Partial<Record<Side, number>>;

interface Published {
  id: string;
  parentId: string | null;
  alignment: Side;
  comment: ShownComment | null;
}

interface Changed {
  id: string;
  html?: string | null;
  editedAt?: string | null;
  supports?: number;
}

/**
 * What happens in the discussion while one reads. What can be shown without moving the lines under the reader's eyes is shown
 * at once: a new argument at the end of a list that is shown whole, a new count. The rest is announced, and comes when the reader asks.
 */
export function useLiveArguments(subject: Subject, sort: SortOrder, isWhole: (side: Side) => boolean): { arrived: Arrived; show(side: Side): void } {
  const client = useQueryClient();
  const refresh = useRefresh();
  const { t } = useWords('comments');
  const [arrived, setArrived] = useState<Arrived>({});

  const publish = ({ parentId, alignment, comment }: Published) => {
    if (parentId) {
      changeEverywhere(client, parentId, (parent) => ({ ...parent, replies: parent.replies + 1 }));
      if (comment) putLast(client, repliesKey(parentId), comment);
      return;
    }
    announce(t(`live.${alignment}`));
    const key = sideKey(subject, alignment, sort);
    // Behind a shortened side's button it would not be seen.
    const isShown = comment !== null && sort === 'SUPPORT' && (isWhole(alignment) || isEmpty(client, key)) && putLast(client, key, comment);
    if (!isShown) setArrived((before) => ({ ...before, [alignment]: (before[alignment] ?? 0) + 1 }));
  };

  useRoom(subject, {
    onDelta(name, payload) {
      // The room's deltas are made by our own server; their names say their shape.
      if (name === 'comment.published') publish(payload as Published);
      if (name === 'comment.hidden') removeEverywhere(client, (payload as Changed).id);
      if (name === 'comment.edited') edited(payload as Changed);
      if (name === 'comment.agreed') agreed(payload as Changed);
      if (name === 'comments.counted') void refresh(DiscussionOf);
    },
    onMissed() {
      void refresh(DiscussionOf);
      void client.invalidateQueries({ queryKey: ['Arguments', subjectKey(subject)] });
    },
  });

  const edited = ({ id, html, editedAt }: Changed) => changeEverywhere(client, id, (comment) => ({ ...comment, html: html ?? comment.html, editedAt: editedAt ?? null }));
  const agreed = ({ id, supports }: Changed) => changeEverywhere(client, id, (comment) => ({ ...comment, supports: supports ?? comment.supports }));

  const show = (side: Side) => {
    setArrived((before) => ({ ...before, [side]: 0 }));
    void client.resetQueries({ queryKey: sideKey(subject, side, sort) });
  };
  return { arrived, show };
}
