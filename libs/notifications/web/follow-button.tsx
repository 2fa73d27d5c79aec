import type { Subject } from '@isegoria/kernel/contracts';
import { useMe } from '@isegoria/identity/web';
import { announce, askToSignIn, Button, useAct, useGraph, useWords } from '@isegoria/ui/web';
import { Follow, IsFollowing, Unfollow } from './documents';

/** Follow a matter, or stop following it. A visitor is offered to sign in. */
export function FollowButton({ subject: { kind, id } }: { subject: Subject }) {
  const { t } = useWords('notifications');
  const { me } = useMe();
  const subject = { kind, id };
  const { data, update } = useGraph(IsFollowing, { subject }, { enabled: me !== null });
  const [follow, following] = useAct(Follow);
  const [unfollow, unfollowing] = useAct(Unfollow);
  const isFollowing = data?.isFollowing ?? false;
  const turn = async () => {
    if (!me) return askToSignIn();
    const done = await (isFollowing ? unfollow({ subject }) : follow({ subject }));
    if (!done) return;
    update(() => ({ isFollowing: !isFollowing }));
    announce(t(isFollowing ? 'follow.unfollowed' : 'follow.followed'));
  };
  return (
    <Button variant="secondary" pending={following.pending || unfollowing.pending} onClick={() => void turn()}>
      {t(isFollowing ? 'follow.following' : 'follow.follow')}
    </Button>
  );
}
