import type { ClientSession, Model } from 'mongoose';
import { isListed, type Standing, statusOf } from '@isegoria/proposals/contracts';
import type { Proposal } from './proposal.schema';
import { dueAt } from './proposals.rules';

/** The fields of a standing, always written together. */
export function standing(axes: Standing) {
  return { ...axes, status: statusOf(axes), listed: isListed(axes) };
}

/**
 * Moves a proposal from where it was seen to stand, and only from there: of two who move it at once, one gets null and looks
 * again. So a double click has one effect, and a moderator's act is not lost under an author's.
 */
export function move(model: Model<Proposal>, seen: Proposal, axes: Partial<Standing>, set: Partial<Proposal>, more: Record<string, unknown> = {}, session: ClientSession | null = null): Promise<Proposal | null> {
  const { _id, publication, visibility, answered, touchedAt } = seen;
  const $set = { ...standing({ publication, visibility, answered, ...axes }), ...set };
  return model.findOneAndUpdate({ _id, publication, visibility, answered, touchedAt }, { $set, ...more }, { returnDocument: 'after', session }).lean<Proposal>().exec();
}

/** What becomes true of a proposal when everyone may read it. */
export function published(at: Date, answerWithinDays: number) {
  return { publishedAt: at, activeAt: at, answerDueAt: dueAt(at, answerWithinDays) };
}
