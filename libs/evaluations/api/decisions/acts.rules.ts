import { createHash } from 'node:crypto';
import { idOfNumber, type Criterion } from '@isegoria/evaluations/contracts';
import { terms } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';
import type { Decision, OpenedBy, PlainWords, Untold } from './decision.schema';
import type { RegisterAct } from '../register/record';

/** What the municipality adds to the register's words. Null takes away what it added before. */
export interface ActNotes {
  plainWords?: PlainWords;
  unitName?: Localized | null;
  organisationName?: Localized;
  typeName?: Localized;
  signedAs?: string[];
  districtId?: string | null;
  departmentId?: string | null;
  isDemo?: boolean;
  /** When it was laid before the citizens, where that does not follow from its type. */
  openedAt?: Date;
  openedBy?: OpenedBy;
}

/** What became of an act that came in. Contradicted: the same version was here before and said something else. */
export type ActTaken = 'added' | 'changed' | 'unchanged' | 'contradicted';

/** What is asked of an incoming act and what stood before it: it stands from now on, or only joins the version log, or was seen before. */
export interface Incoming {
  taken: ActTaken;
  stands: boolean;
}

type Version = Pick<Decision, 'versionId' | 'status' | 'versionAt'>;

/** Whether a version was here before, and said the same. */
export type Seen = 'never' | 'same' | 'other';

/** How a version was seen, by the digest of what it said then: null where it came before digests were kept. */
export function seenAs(content: string | null | undefined, act: RegisterAct): Seen {
  if (content === undefined) return 'never';
  return content === null || content === contentOf(act) ? 'same' : 'other';
}

/** A version that was seen may still have to stand: a run that was killed between the log and the act left it so. */
export function incoming(before: Version | null, act: Version & Pick<RegisterAct, 'correctedVersionId'>, seen: Seen): Incoming {
  if (seen === 'other') return { taken: 'contradicted', stands: false };
  if (!before) return { taken: 'added', stands: true };
  if (supersedes(before, act)) return { taken: 'changed', stands: true };
  return { taken: seen === 'never' ? 'changed' : 'unchanged', stands: false };
}

/** Of two versions the corrected one stands, else the one that the register took later; a revocation may keep the version's number. */
function supersedes(before: Version, act: Version & Pick<RegisterAct, 'correctedVersionId'>): boolean {
  if (act.versionId === before.versionId) return act.status === 'REVOKED' && before.status === 'PUBLISHED';
  return act.versionAt > before.versionAt || act.correctedVersionId === before.versionId;
}

/** What must be done and told after this version stands; null where nobody is concerned. Invented acts are never news. */
export function untoldOf(before: Pick<Version, 'status'> | null, { status }: Pick<RegisterAct, 'status'>, { isDemo }: ActNotes): Untold | null {
  if (isDemo) return null;
  if (!before) return status === 'REVOKED' ? 'came_revoked' : null;
  if (status === 'REVOKED') return before.status === 'REVOKED' ? null : 'revoked';
  return before.status === 'REVOKED' ? 'reinstated' : 'corrected';
}

/** The digest of what a version says of the act. Addresses and moments of the register itself are no part of it. */
export function contentOf({ registerSubject, typeCode, organisationId, unitId, protocolNumber, issueDate, amount }: RegisterAct): string {
  return createHash('sha256').update(JSON.stringify([registerSubject, typeCode, organisationId, unitId, protocolNumber, issueDate, amount])).digest('base64url');
}

/** The key of a version in the log. */
export const versionKey = ({ ada, versionId, status }: Pick<RegisterAct, 'ada' | 'versionId' | 'status'>): string => `${idOfNumber(ada)} ${versionId} ${status}`;

/** The act as it stands from now on. What the municipality added before and does not add now stays. */
export function standing({ signerIds: _signerIds, ...act }: RegisterAct, notes: ActNotes): Partial<Decision> {
  return { ...act, ...notes, terms: termsOf(act, notes) };
}

/** What a decision starts with, where neither the register nor the municipality says anything. `openedAt`: null where one has to ask for it. */
export function beginning(criteria: readonly Criterion[], openedAt: Date | null): Partial<Decision> {
  return {
    plainWords: null, unitName: null, organisationName: null, typeName: null, signedAs: [], districtId: null, departmentId: null,
    isDemo: false, choiceId: null, openedAt, openedBy: openedAt && 'type', requests: 0, secondAt: null, deliveredAt: null,
    evaluated: 0, countedTo: null, criteria: [...criteria],
  };
}

function termsOf({ subject, protocolNumber, ada }: Pick<RegisterAct, 'subject' | 'protocolNumber' | 'ada'>, { plainWords, unitName }: ActNotes): string[] {
  const titles = plainWords ? [plainWords.title.el, plainWords.title.en] : [];
  return terms([subject, ...titles, unitName?.el ?? '', protocolNumber ?? '', ada].join(' ')).slice(0, 200);
}
