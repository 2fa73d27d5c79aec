import { createHash } from 'node:crypto';
import type { Criterion, EvaluationRound } from '@isegoria/evaluations/contracts';
import { type Citizen, hasRole, speaksFor } from '@isegoria/identity/contracts';
import type { Localized, Subject } from '@isegoria/kernel/contracts';
import { OPTIONS } from '@isegoria/evaluations/contracts';
import type { Choice } from '../choices/choice.schema';
import type { Decision } from '../decisions/decision.schema';

/** What citizens weigh, as the rules see it: an act that stands alone, or a choice. */
export interface Weighed {
  subject: Subject;
  title: Localized;
  path: string;
  versionId: string;
  criteria: readonly Criterion[];
  /** How many acts are weighed together. */
  acts: number;
  departmentId: string | null;
  /** Null: not yet laid before the citizens. */
  openedAt: Date | null;
  secondAt: Date | null;
  deliveredAt: Date | null;
  requests: number;
  /** What ended it: the register revoked the act, or all of the choice's, or the choice was split. */
  isOver: boolean;
}

/** The ballot of a round: the first has the name of what is weighed. */
export const ballotOf = ({ kind, id }: Subject, round: EvaluationRound = 1): string => `${kind}:${id}${round === 2 ? '.2' : ''}`;

/** The ballot of a round: a question a criterion, five steps and «I can't say». */
export function ballotFor(subject: Subject, criteria: readonly Criterion[], round: EvaluationRound = 1) {
  const questions = criteria.map(({ id }) => ({ id, options: [...OPTIONS] }));
  return { id: ballotOf(subject, round), subject, kind: 'evaluation' as const, questions };
}

/** A single act as something weighed. */
export function weighedDecision(decision: Decision): Weighed {
  const { _id: id, plainWords, subject, versionId, criteria, departmentId, openedAt, publishedAt, secondAt, deliveredAt, requests, status } = decision;
  return {
    subject: { kind: 'decision', id },
    title: plainWords?.title ?? { el: subject, en: subject },
    path: `/decisions/${id}`,
    versionId,
    criteria,
    acts: 1,
    departmentId,
    // Of acts from before one had to ask nothing is written: their ballots are open.
    openedAt: openedAt === undefined ? publishedAt : openedAt,
    secondAt: secondAt ?? null,
    deliveredAt: deliveredAt ?? null,
    requests: requests ?? 0,
    isOver: status === 'REVOKED',
  };
}

/** What an act is to its choice. */
export type ActOfChoice = Pick<Decision, '_id' | 'versionId' | 'status'>;

/** Of a choice whose acts were all revoked nothing stands that one could weigh. */
export const isAllRevoked = (acts: readonly Pick<ActOfChoice, 'status'>[]): boolean => acts.length > 0 && acts.every(({ status }) => status === 'REVOKED');

export function weighedChoice(choice: Choice, acts: readonly ActOfChoice[]): Weighed {
  const { _id: id, title, criteria, departmentId, openedAt, secondAt, deliveredAt, dissolvedAt } = choice;
  const subject = { kind: 'choice', id };
  return { subject, title, path: `/choices/${id}`, versionId: versionOfChoice(choice, acts), criteria, acts: acts.length, departmentId, openedAt, secondAt, deliveredAt, requests: 0, isOver: dissolvedAt !== null || isAllRevoked(acts) };
}

/** What a citizen saw of a choice: its words and its acts, each in its version. Another one, and they are shown it before they judge. */
export function versionOfChoice({ title, text }: Pick<Choice, 'title' | 'text'>, acts: readonly Pick<Decision, '_id' | 'versionId'>[]): string {
  const parts = acts.map(({ _id, versionId }) => `${_id} ${versionId}`).sort();
  return createHash('sha256').update(JSON.stringify([title.el, text.el, ...parts])).digest('base64url').slice(0, 16);
}

/** Why this person may not act for a department, or null. */
export function refusalToSpeak(citizen: Pick<Citizen, 'roles' | 'departmentId'>, departmentId: string | null): 'role' | 'department' | null {
  if (!hasRole(citizen, 'official', 'administrator')) return 'role';
  return speaksFor(citizen, departmentId) ? null : 'department';
}

/** Why one may not ask that an act be laid before the citizens, or null. */
export function refusalToRequest(decision: Pick<Decision, 'choiceId' | 'status' | 'openedAt'>, { confirmed }: Pick<Citizen, 'confirmed'>): 'choice' | 'revoked' | 'open' | 'unconfirmed' | null {
  if (decision.choiceId) return 'choice';
  if (decision.status === 'REVOKED') return 'revoked';
  if (decision.openedAt !== null) return 'open';
  return confirmed ? null : 'unconfirmed';
}

/** Why a department may not say that it is delivered, or null. */
export function refusalToDeliver(weighed: Weighed, official: Citizen): 'role' | 'department' | 'closed' | 'delivered' | null {
  const refused = refusalToSpeak(official, weighed.departmentId);
  if (refused) return refused;
  if (!weighed.openedAt || weighed.isOver) return 'closed';
  return weighed.deliveredAt ? 'delivered' : null;
}

/** The round in which one answers now; null where none is open. */
export function openRound({ openedAt, secondAt, isOver }: Pick<Weighed, 'openedAt' | 'secondAt' | 'isOver'>): EvaluationRound | null {
  if (!openedAt || isOver) return null;
  return secondAt ? 2 : 1;
}
