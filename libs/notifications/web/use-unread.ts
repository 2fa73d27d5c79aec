import { useMe } from '@isegoria/identity/web';
import { citizenRoom } from '@isegoria/notifications/contracts';
import { useRoom } from '@isegoria/realtime/web';
import { type Answer, type ResultOf, useGraph } from '@isegoria/ui/web';
import { Unread } from './documents';

/** How many notices wait to be read, as the bell counts them. */
export function useUnread(): Answer<ResultOf<typeof Unread>> {
  const { me } = useMe();
  return useGraph(Unread, {}, { enabled: me !== null });
}

/** The same, counted on as they come. In one place of a page, the bell: two that count would make two of each notice. */
export function useUnreadLive(): number {
  const { me } = useMe();
  const { data, refetch, update } = useUnread();
  useRoom(me && citizenRoom(me.id), {
    onDelta: (name, payload) => update(({ unreadNotices }) => ({ unreadNotices: name === 'read' ? unreadIn(payload) : unreadNotices + 1 })),
    onMissed: () => void refetch(),
  });
  return me ? (data?.unreadNotices ?? 0) : 0;
}

/** Hears each notice as it comes. */
export function useArrivals(onNotice: () => void): void {
  const { me } = useMe();
  useRoom(me && citizenRoom(me.id), {
    onDelta: (name) => name !== 'read' && onNotice(),
    onMissed: onNotice,
  });
}

function unreadIn(payload: unknown): number {
  return typeof payload === 'object' && payload !== null && 'unread' in payload ? Number(payload.unread) : 0;
}
