import type { Citizen } from '@isegoria/identity/contracts';
import { isListed, mergeLimits, type MergeSide, type MergeState } from '@isegoria/proposals/contracts';
import type { JoiningRecord, Proposal } from '../proposal.schema';
import type { MergeInvitation } from './merge-invitation.schema';

const dayMs = 86_400_000;

type Mergeable = Pick<Proposal, '_id' | 'publication' | 'visibility' | 'answered' | 'project' | 'authorId'>;
type Parties = Pick<MergeInvitation, 'partAuthorId' | 'wholeAuthorId'>;

/** Why these two cannot be merged as they stand, or null. `isHere` knows who can still say yes: who has left, or never was of this city, cannot. */
export function mergeRefusal(part: Mergeable | null, whole: Mergeable | null, isHere: (authorId: string) => boolean): string | null {
  if (!part || !whole || !isListed(part) || !isListed(whole)) return 'not_public';
  if (part._id === whole._id) return 'same';
  if (part.authorId === whole.authorId) return 'same_author';
  if (part.answered !== 'NONE' || whole.answered !== 'NONE') return 'answered';
  if (part.project || whole.project) return 'project';
  return isHere(part.authorId) && isHere(whole.authorId) ? null : 'no_author';
}

/** Why the two may not be separated by this author now, or null. Where the whole was taken back or hidden, the part does not go down with it, however late it is. */
export function separateRefusal(joining: JoiningRecord | undefined, whole: Mergeable | null, { isAuthorOfPart, now }: { isAuthorOfPart: boolean; now: Date }): string | null {
  if (!joining) return 'not_merged';
  const isGone = !whole || whole.publication === 'withdrawn' || whole.visibility !== 'visible';
  if (isGone) return isAuthorOfPart ? null : 'not_public';
  if (whole.publication === 'merged') return 'merged_on';
  if (whole.answered !== 'NONE') return 'answered';
  return now <= separableUntil(joining) ? null : 'too_late';
}

export function separableUntil({ at }: Pick<JoiningRecord, 'at'>): Date {
  return new Date(at.getTime() + mergeLimits.separableDays * dayMs);
}

export function expiryOf(at: Date): Date {
  return new Date(at.getTime() + mergeLimits.openDays * dayMs);
}

/** The joining by which a merged proposal is part of another now. */
export function joiningOf({ mergedInto, joinings = [] }: Pick<Proposal, 'mergedInto' | 'joinings'>): JoiningRecord | undefined {
  return mergedInto ? joinings.findLast((one) => one.as === 'PART' && !one.separatedAt) : undefined;
}

/** The two, whichever way round. */
export function pairOf(one: string, other: string): string {
  return [one, other].sort().join(' ');
}

export const otherSide = (side: MergeSide): MergeSide => (side === 'PART' ? 'WHOLE' : 'PART');

export const authorOn = ({ partAuthorId, wholeAuthorId }: Parties, side: MergeSide): string => (side === 'PART' ? partAuthorId : wholeAuthorId);

/** Which side somebody is of, or null: then there is no such invitation for them. */
export function sideOf({ partAuthorId, wholeAuthorId }: Parties, { id }: Pick<Citizen, 'id'>): MergeSide | null {
  if (id === partAuthorId) return 'PART';
  return id === wholeAuthorId ? 'WHOLE' : null;
}

export const waiting: readonly MergeState[] = ['SUGGESTED', 'OPEN'];

/** What would stand below the text of the whole, as it was put last. */
export const additionOf = ({ addition, changed }: Pick<MergeInvitation, 'addition' | 'changed'>): string => changed ?? addition;

/** What a yes of one side makes of an invitation. */
export type Yes = 'take_up' | 'change' | 'join' | { refused: string };

/** What it means that one side says yes to these words: it is taken up, or sent back once with other words, or both have said yes to the same. */
export function yesOf(invitation: Pick<MergeInvitation, 'state' | 'waitsFor' | 'addition' | 'changed' | 'isMessageHidden'>, side: MergeSide, words: string): Yes {
  if (invitation.isMessageHidden) return { refused: 'hidden' };
  if (invitation.state === 'SUGGESTED') return 'take_up';
  if (invitation.state !== 'OPEN') return { refused: 'over' };
  if (invitation.waitsFor !== side) return { refused: 'not_your_turn' };
  if (words === additionOf(invitation)) return 'join';
  return invitation.changed === null ? 'change' : { refused: 'changed_once' };
}
