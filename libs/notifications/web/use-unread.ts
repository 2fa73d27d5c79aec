import { useMe } from '@isegoria/identity/web';
import { citizenRoom } from '@isegoria/notifications/contracts';
import { useRoom } from '@isegoria/realtime/web';
import { useGraph } from '@isegoria/ui/web';
import { Unread } from './documents';

/** How many notices wait to be read, as they come. `onNotice` hears each arrival. */
export function useUnread(onNotice?: () => void): number {
  const { me } = useMe();
  const { data, refetch, update } = useGraph(Unread, {}, { enabled: me !== null });
  useRoom(me && citizenRoom(me.id), {
    onDelta: (name, payload) => {
      if (name === 'read') return update(() => ({ unreadNotices: unreadIn(payload) }));
      update(({ unreadNotices }) => ({ unreadNotices: unreadNotices + 1 }));
      onNotice?.();
    },
    onMissed: () => {
      void refetch();
      onNotice?.();
    },
  });
  return me ? (data?.unreadNotices ?? 0) : 0;
}

function unreadIn(payload: unknown): number {
  return typeof payload === 'object' && payload !== null && 'unread' in payload ? Number(payload.unread) : 0;
}
