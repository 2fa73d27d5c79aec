import type { WebhookEvent, webhookEvents } from '@isegoria/developers/contracts';
import type { EventMap, Subject } from '@isegoria/kernel/contracts';

/** Something public that happened, to be told to every webhook that wants to know. */
export interface Happening {
  type: WebhookEvent;
  /** What makes it one: heard twice it is told once. */
  key: string;
  subject: Subject;
  at: Date;
  more?: Record<string, unknown>;
}

export type PublicEvent = (typeof webhookEvents)[number];

/** What a receiver is told of each event: what everybody may read, and numbers by which the rest is found. Never who did it. */
export const happenings: { readonly [Type in PublicEvent]: (event: EventMap[Type]) => Omit<Happening, 'type'> } = {
  'proposal.published': ({ id, at }) => ({ key: id, subject: { kind: 'proposal', id }, at }),
  'proposal.answered': ({ id, status, at }) => ({ key: `${id} ${at.getTime()}`, subject: { kind: 'proposal', id }, at, more: { status } }),
  'proposal.merged': ({ id, intoId, at }) => ({ key: `${id} ${at.getTime()}`, subject: { kind: 'proposal', id }, at, more: { intoId } }),
  'proposal.separated': ({ id, fromId, at }) => ({ key: `${id} ${at.getTime()}`, subject: { kind: 'proposal', id }, at, more: { fromId } }),
  'comment.published': ({ id, subject, alignment, at }) => ({ key: id, subject, at, more: { commentId: id, alignment } }),
  'process.changed': ({ processId, act, revision, at }) => ({ key: `${processId} ${revision}`, subject: { kind: 'process', id: processId }, at, more: { isNew: act === 'process_published' } }),
  'phase.changed': ({ processId, phaseId, revision, at }) => ({ key: `${processId} ${revision}`, subject: { kind: 'process', id: processId }, at, more: { phaseId } }),
  'budget.decided': ({ budgetId, funded, unfunded, at }) => ({ key: budgetId, subject: { kind: 'budget', id: budgetId }, at, more: { funded, unfunded } }),
  'evaluation.opened': ({ subject, round, by, at }) => ({ key: `${subject.kind} ${subject.id} ${round}`, subject, at, more: { round, by } }),
  'decision.replied': ({ replyId, subject, isKept, at }) => ({ key: `${replyId} ${isKept}`, subject, at, more: { replyId, isPromiseKept: isKept } }),
  'decision.corrected': ({ id, ada, versionId, correctedVersionId, at }) => ({ key: versionId, subject: { kind: 'decision', id }, at, more: { ada, versionId, correctedVersionId } }),
  'decision.revoked': ({ id, ada, versionId, at }) => ({ key: versionId, subject: { kind: 'decision', id }, at, more: { ada, versionId } }),
  'choice.saved': ({ id, acts, revision, at }) => ({ key: `${id} ${revision}`, subject: { kind: 'choice', id }, at, more: { acts, revision } }),
  'consultation.published': ({ id, opensAt, closesAt, at }) => ({ key: id, subject: { kind: 'consultation', id }, at, more: { opensAt, closesAt } }),
  'consultation.opened': ({ id, closesAt, at }) => ({ key: id, subject: { kind: 'consultation', id }, at, more: { closesAt } }),
  'consultation.extended': ({ id, from, to, at }) => ({ key: `${id} ${to.getTime()}`, subject: { kind: 'consultation', id }, at, more: { from, to } }),
  'consultation.withdrawn': ({ id, at }) => ({ key: id, subject: { kind: 'consultation', id }, at }),
  'consultation.answered': ({ id, articles, amendments, at }) => ({ key: id, subject: { kind: 'consultation', id }, at, more: { articles, amendments } }),
  'consultation.adopted': ({ id, ada, url, at }) => ({ key: id, subject: { kind: 'consultation', id }, at, more: { ada, url } }),
  'amendment.published': ({ id, consultationId, articleId, at }) => ({ key: id, subject: { kind: 'amendment', id }, at, more: { consultationId, articleId } }),
  'debate.opened': ({ id, endsAt, at }) => ({ key: id, subject: { kind: 'debate', id }, at, more: { endsAt } }),
  'debate.concluded': ({ id, at }) => ({ key: id, subject: { kind: 'debate', id }, at }),
  'debate.answered': ({ id, departmentId, at }) => ({ key: `${id} ${at.getTime()}`, subject: { kind: 'debate', id }, at, more: { departmentId } }),
  'initiative.opened': ({ id, closesAt, needed, at }) => ({ key: id, subject: { kind: 'initiative', id }, at, more: { closesAt, needed } }),
  'initiative.reached': ({ id, needed, at }) => ({ key: id, subject: { kind: 'initiative', id }, at, more: { needed } }),
  'initiative.handed-in': ({ id, signatures, at }) => ({ key: id, subject: { kind: 'initiative', id }, at, more: { signatures } }),
  'initiative.fell-short': ({ id, signatures, needed, at }) => ({ key: id, subject: { kind: 'initiative', id }, at, more: { signatures, needed } }),
  'initiative.verified': ({ id, valid, of, at }) => ({ key: id, subject: { kind: 'initiative', id }, at, more: { valid, of } }),
  'initiative.answered': ({ id, outcome, at }) => ({ key: id, subject: { kind: 'initiative', id }, at, more: { outcome } }),
  'initiative.withdrawn': ({ id, at }) => ({ key: id, subject: { kind: 'initiative', id }, at }),
  'panel.published': ({ id, closesAt, at }) => ({ key: id, subject: { kind: 'panel', id }, at, more: { closesAt } }),
  'panel.closed': ({ id, offers, at }) => ({ key: id, subject: { kind: 'panel', id }, at, more: { offers } }),
  'panel.drawn': ({ id, seats, at }) => ({ key: id, subject: { kind: 'panel', id }, at, more: { seats } }),
  'panel.seated': ({ id, accepted, seats, at }) => ({ key: id, subject: { kind: 'panel', id }, at, more: { accepted, seats } }),
  'panel.withdrawn': ({ id, at }) => ({ key: id, subject: { kind: 'panel', id }, at }),
  'survey.published': ({ id, opensAt, closesAt, at }) => ({ key: id, subject: { kind: 'survey', id }, at, more: { opensAt, closesAt } }),
  'survey.opened': ({ id, closesAt, at }) => ({ key: id, subject: { kind: 'survey', id }, at, more: { closesAt } }),
  'survey.extended': ({ id, from, to, at }) => ({ key: `${id} ${to.getTime()}`, subject: { kind: 'survey', id }, at, more: { from, to } }),
  'survey.withdrawn': ({ id, at }) => ({ key: id, subject: { kind: 'survey', id }, at }),
  'survey.counted': ({ id, people, at }) => ({ key: id, subject: { kind: 'survey', id }, at, more: { people } }),
  'survey.reported': ({ id, isKept, at }) => ({ key: `${id} ${isKept}`, subject: { kind: 'survey', id }, at, more: { isPromiseKept: isKept } }),
  'meeting.announced': ({ id, startsAt, at }) => ({ key: id, subject: { kind: 'meeting', id }, at, more: { startsAt } }),
  'meeting.postponed': ({ id, from, startsAt, at }) => ({ key: `${id} ${at.getTime()}`, subject: { kind: 'meeting', id }, at, more: { from, startsAt } }),
  'meeting.cancelled': ({ id, at }) => ({ key: id, subject: { kind: 'meeting', id }, at }),
  'meeting.opened': ({ id, at }) => ({ key: id, subject: { kind: 'meeting', id }, at }),
  'meeting.closed': ({ id, at }) => ({ key: id, subject: { kind: 'meeting', id }, at }),
  'meeting.reported': ({ id, outcomeId, at }) => ({ key: `${id} ${outcomeId ?? ''}`, subject: { kind: 'meeting', id }, at, more: { outcomeId } }),
  'meeting.question-answered': ({ id, meetingId, isInWriting, at }) => ({ key: id, subject: { kind: 'meeting-question', id }, at, more: { meetingId, isInWriting } }),
  'meeting.poll-closed': ({ id, meetingId, at }) => ({ key: id, subject: { kind: 'meeting-poll', id }, at, more: { meetingId } }),
  'volunteer-call.published': ({ id, departmentId, isByCitizen, at }) => ({ key: id, subject: { kind: 'volunteer-call', id }, at, more: { departmentId, isByCitizen } }),
  'volunteer-call.cancelled': ({ id, shiftId, at }) => ({ key: `${id} ${shiftId ?? ''}`, subject: { kind: 'volunteer-call', id }, at, more: { shiftId } }),
  'volunteer-call.reported': ({ id, people, minutes, at }) => ({ key: id, subject: { kind: 'volunteer-call', id }, at, more: { people, minutes } }),
  'request.published': ({ id, serviceId, departmentId, districtId, at }) => ({ key: id, subject: { kind: 'request', id }, at, more: { serviceId, departmentId, districtId } }),
  'request.changed': ({ id, momentId, serviceId, departmentId, districtId, status, closing, at }) => ({ key: momentId, subject: { kind: 'request', id }, at, more: { momentId, serviceId, departmentId, districtId, status, closing } }),
  'integrity.told': ({ signId, revision, subject, finding, at }) => ({ key: `${signId} ${revision}`, subject, at, more: { signId, finding } }),
};
