import { isHeld, isOpen, type RequestStatus } from '@isegoria/requests/contracts';
import { newId, unheard, type UnheardEvent } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';
import type { ClientSession, Model } from 'mongoose';
import { type MomentRecord, RequestRecord } from './request.schema';

/** A moment with what it does not say left empty. */
export function moment(said: Pick<MomentRecord, 'kind' | 'at'> & Partial<MomentRecord>): MomentRecord {
  return { id: newId(), text: '', pictures: [], departmentId: null, expectedAt: null, closing: null, byId: null, ...said };
}

/** Whether everyone sees a request that stands so. */
export function isListed({ status, isPrivate }: Pick<RequestRecord, 'status' | 'isPrivate'>): boolean {
  return !isPrivate && !isHeld(status);
}

/** The fields that are only ever written together. */
export function standing(status: RequestStatus, isPrivate: boolean): Pick<RequestRecord, 'status' | 'listed' | 'isOpen'> {
  return { status, listed: isListed({ status, isPrivate }), isOpen: isOpen(status) };
}

/** What is told of a moment of a public request; nothing of a private one. */
export function toldOf(request: RequestRecord, title: Localized, { id: momentId, at }: MomentRecord): UnheardEvent[] {
  if (!request.listed) return [];
  const { _id: id, serviceId, departmentId, districtId, status, closing } = request;
  return [unheard('request.changed', { id, title, serviceId, departmentId, districtId, momentId, status, closing: closing?.reason ?? null, at })];
}

/**
 * Changes a request as it was seen, with what is added to its history and what has to be told of it, in one write.
 * Null where somebody changed it meanwhile: then nothing was written.
 */
export function change(model: Model<RequestRecord>, seen: RequestRecord, set: Partial<RequestRecord>, { moments = [], told = [], session }: { moments?: MomentRecord[]; told?: UnheardEvent[]; session?: ClientSession } = {}): Promise<RequestRecord | null> {
  const push = { ...(moments.length > 0 ? { history: { $each: moments } } : {}), ...(told.length > 0 ? { unheard: { $each: told } } : {}) };
  const update = { $set: { ...set, revision: seen.revision + 1 }, ...(Object.keys(push).length > 0 ? { $push: push } : {}) };
  return model.findOneAndUpdate({ _id: seen._id, revision: seen.revision }, update, { returnDocument: 'after', session }).lean<RequestRecord>().exec();
}
