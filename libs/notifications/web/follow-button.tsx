import type { Subject } from '@isegoria/kernel/contracts';
import { useMe } from '@isegoria/identity/web';
import { isPart } from '@isegoria/organisation/contracts';
import { announce, askToSignIn, Button, useAct, useGraph, useWords } from '@isegoria/ui/web';
import { useEffect, useRef } from 'react';
import { Follow, IsFollowing, Unfollow } from './documents';
import { DigestWishesQuery, FollowedPartsQuery } from './news/documents';

/** Whoever takes part follows once their vote is counted, a moment later. */
const followsWithinMs = [1500, 4000];

export interface FollowButtonProps {
  subject: Subject;
  /** How often the reader has taken part, on this page, in a way that makes them follow or no longer follow: it is looked again. */
  joined?: number;
}

/** Follow a matter, or stop following it. A visitor is offered to sign in. */
export function FollowButton({ subject: { kind, id }, joined = 0 }: FollowButtonProps) {
  const { t } = useWords('notifications');
  const { me } = useMe();
  const subject = { kind, id };
  // A part of the city is followed as a whole, and called so: there may be two such buttons beside each other.
  const says = isPart(subject) ? `follow.${kind}` : 'follow';
  const { data, update, refetch } = useGraph(IsFollowing, { subject }, { enabled: me !== null });
  const again = useRef(refetch);
  again.current = refetch;
  useEffect(() => {
    if (joined === 0) return undefined;
    const looks = followsWithinMs.map((ms) => setTimeout(() => void again.current(), ms));
    return () => looks.forEach(clearTimeout);
  }, [joined]);
  const [follow, following] = useAct(Follow, { refresh: isPart(subject) ? [FollowedPartsQuery, DigestWishesQuery] : [] });
  const [unfollow, unfollowing] = useAct(Unfollow, { refresh: isPart(subject) ? [FollowedPartsQuery, DigestWishesQuery] : [] });
  const isFollowing = data?.isFollowing ?? false;
  const turn = async () => {
    if (!me) return askToSignIn();
    const done = await (isFollowing ? unfollow({ subject }) : follow({ subject }));
    if (!done) return;
    update(() => ({ isFollowing: !isFollowing }));
    announce(t(`${says}.${isFollowing ? 'unfollowed' : 'followed'}`));
  };
  return (
    <Button variant="secondary" pending={following.pending || unfollowing.pending} onClick={() => void turn()}>
      {t(`${says}.${isFollowing ? 'following' : 'follow'}`)}
    </Button>
  );
}
