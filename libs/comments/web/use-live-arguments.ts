import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Subject } from '@isegoria/kernel/contracts';
import { subjectKey } from '@isegoria/kernel/contracts';
import { useRoom } from '@isegoria/realtime/web';
import { announce, useRefresh, useWords } from '@isegoria/ui/web';
import { DiscussionOf, type ShownComment, type Side, type SortOrder } from './documents';
import { changeEverywhere, isEmpty, isShown, putLast, removeEverywhere, repliesKey, sideKey } from './pages-in-memory';

/** How many arguments of each side have come that are not shown yet. */
export type Arrived = Partial<Record<Side, number>>;

interface Arrival {
  id: string;
  alignment: Side;
}

interface Published extends Arrival {
  parentId: string | null;
  comment: ShownComment | null;
}

interface Changed {
  id: string;
  html?: string | null;
  editedAt?: string | null;
  supports?: number;
}

/** A lively discussion is not read out piece by piece: what comes within so long is said at once. */
const gatherMs = 12_000;

/**
 * What happens in the discussion while one reads. What can be shown without moving the lines under the reader's eyes is shown
 * at once: a new argument at the end of a list that is shown whole, a new count. The rest is announced, and comes when the reader asks.
 */
export function useLiveArguments(subject: Subject, sort: SortOrder, isWhole: (side: Side) => boolean): { arrived: Arrived; show(side: Side): void; own(id: string): void } {
  const client = useQueryClient();
  const refresh = useRefresh();
  const [arrived, setArrived] = useState<readonly Arrival[]>([]);
  const said = useGatheredWords();

  const publish = ({ id, parentId, alignment, comment }: Published) => {
    // Told twice, or the reader's own, which they have before their eyes.
    if (isShown(client, id)) return;
    if (parentId) {
      changeEverywhere(client, parentId, (parent) => ({ ...parent, replies: parent.replies + 1 }));
      if (comment) putLast(client, repliesKey(parentId), comment);
      return;
    }
    said.add({ id, alignment });
    const key = sideKey(subject, alignment, sort);
    // Behind a shortened side's button it would not be seen.
    const fits = comment !== null && sort === 'SUPPORT' && (isWhole(alignment) || isEmpty(client, key)) && putLast(client, key, comment);
    if (!fits) setArrived((before) => [...before.filter((other) => other.id !== id), { id, alignment }]);
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
    setArrived((before) => before.filter(({ alignment }) => alignment !== side));
    void client.resetQueries({ queryKey: sideKey(subject, side, sort) });
  };
  /** The reader's own, of which the room may have told before the city had answered them. */
  const own = (id: string) => {
    said.leaveOut(id);
    setArrived((before) => before.filter((other) => other.id !== id));
  };
  const counts = arrived.reduce<Arrived>((all, { alignment }) => ({ ...all, [alignment]: (all[alignment] ?? 0) + 1 }), {});
  return { arrived: counts, show, own };
}

/** Says what has come to those who listen, some time after the first of it. */
function useGatheredWords(): { add(arrival: Arrival): void; leaveOut(id: string): void } {
  const { t } = useWords('comments');
  const gathered = useRef<Arrival[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const say = () => {
    const [first, ...more] = gathered.current;
    gathered.current = [];
    if (first) announce(more.length === 0 ? t(`live.${first.alignment}`) : t('arrived', { count: more.length + 1 }));
  };
  return {
    add(arrival) {
      if (gathered.current.length === 0) {
        clearTimeout(timer.current);
        timer.current = setTimeout(say, gatherMs);
      }
      gathered.current.push(arrival);
    },
    leaveOut: (id) => void (gathered.current = gathered.current.filter((other) => other.id !== id)),
  };
}
