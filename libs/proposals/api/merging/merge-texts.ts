import type { Subject } from '@isegoria/kernel/contracts';
import type { ContributionSubmitted } from '@isegoria/moderation/contracts';
import type { MergeInvitation } from './merge-invitation.schema';

/** What moderators and the inbox know an invitation's words under: its message by its own number, what the other answered with a sign behind. */
export const messageKind = 'merge-message';
const replySign = '~reply';

export const messageOf = (id: string): Subject => ({ kind: messageKind, id });
export const replyOf = (id: string): Subject => ({ kind: messageKind, id: `${id}${replySign}` });

/** The room in which its two authors hear of it. */
export const invitationRoom = (id: string): Subject => ({ kind: 'merge-invitation', id });

/** Which invitation's words they are, and which of them. */
export function readKey(key: string): { id: string; isReply: boolean } {
  const isReply = key.endsWith(replySign);
  return { id: isReply ? key.slice(0, -replySign.length) : key, isReply };
}

export const messageText = ({ message, addition }: Pick<MergeInvitation, 'message' | 'addition'>): string => [message, addition].filter(Boolean).join('\n\n');
export const replyText = ({ reply, changed }: Pick<MergeInvitation, 'reply' | 'changed'>): string => [changed, reply].filter(Boolean).join('\n\n');

/** An invitation's words as the moderators' book takes them. They are between two people: nothing waits, and either may report what the other wrote. */
export function submissionsOf(invitation: MergeInvitation, title: string): ContributionSubmitted[] {
  const [message, reply] = [messageText(invitation), replyText(invitation)];
  const at = invitation.at;
  return [
    ...(message ? [{ item: messageOf(invitation._id), authorId: invitation.senderId, title, text: message, mode: 'public' as const, at }] : []),
    ...(reply ? [{ item: replyOf(invitation._id), authorId: invitation.replierId, title, text: reply, mode: 'public' as const, at }] : []),
  ];
}
