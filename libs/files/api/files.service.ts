import { Injectable } from '@nestjs/common';
import { InjectConnection, InjectModel } from '@nestjs/mongoose';
import type { ClientSession, Connection, Model } from 'mongoose';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, newId, plain, Subjects } from '@isegoria/kernel/api';
import { parseSubject, type Subject, subjectKey } from '@isegoria/kernel/contracts';
import { type DescribePictureResult, type Picture, pictureLimits, type PictureRefusal } from '@isegoria/files/contracts';
import { FileRecord } from './file.schema';
import { maySee } from './files.rules';
import { remake } from './remake';
import { StoragePort } from './storage';

/** Pictures: kept, described, claimed by what they belong to, and shown to those who may see that. */
@Injectable()
export class Files {
  constructor(
    @InjectModel(FileRecord.name) private readonly records: Model<FileRecord>,
    @InjectConnection() private readonly store: Connection,
    private readonly storage: StoragePort,
    private readonly subjects: Subjects,
    private readonly clock: Clock,
  ) {}

  /** Makes the picture anew and keeps it for its uploader, who has a day to put it somewhere. */
  async keep(bytes: Buffer, ownerId: string, alt = ''): Promise<Picture | PictureRefusal> {
    const remade = await remake(bytes);
    if ('code' in remade) return remade;
    const [full, small] = await Promise.all([this.storage.put(remade.full), this.storage.put(remade.small)]);
    const now = this.clock.now();
    const { width, height } = remade;
    const record: FileRecord = { _id: newId(), ownerId, full, small, width, height, alt: plain(alt).slice(0, pictureLimits.alt), subject: null, place: 0, looseSince: now, createdAt: now };
    await this.records.create(record);
    return pictureFrom(record);
  }

  /**
   * Makes these the pictures of a subject, in this order; those that it had besides become loose. All or none: false where
   * one of them is not this owner's or belongs to something else already. Within a caller's transaction, the caller takes it
   * back when the answer is false.
   */
  async claim(ids: readonly string[], ownerId: string, subject: Subject, session?: ClientSession): Promise<boolean> {
    if (session) return this.claimWithin(session, [...new Set(ids)], ownerId, subjectKey(subject));
    try {
      await this.store.transaction(async (own) => {
        if (!(await this.claimWithin(own, [...new Set(ids)], ownerId, subjectKey(subject)))) throw new NotClaimed();
      });
      return true;
    } catch (error) {
      if (error instanceof NotClaimed) return false;
      throw error;
    }
  }

  /** The pictures of each subject, by its key, in their order. A subject without pictures is not there. */
  async of(subjects: readonly Subject[]): Promise<Map<string, Picture[]>> {
    const found = await this.records.find({ subject: { $in: subjects.map(subjectKey) } }).sort({ subject: 1, place: 1 }).lean().exec();
    const pictures = new Map<string, Picture[]>();
    for (const record of found) pictures.set(record.subject ?? '', [...(pictures.get(record.subject ?? '') ?? []), pictureFrom(record)]);
    return pictures;
  }

  /** The pictures among these that the viewer may see. */
  async seenBy(viewer: Citizen | null, ids: readonly string[]): Promise<Picture[]> {
    const found = await Promise.all(ids.slice(0, 20).map((id) => this.visible(id, viewer)));
    return found.flatMap((visible) => (visible ? [pictureFrom(visible.record)] : []));
  }

  async describe(owner: Citizen, id: string, alt: string): Promise<DescribePictureResult> {
    const words = plain(alt);
    if (words.length > pictureLimits.alt) return { __typename: 'Invalid', problems: [{ field: 'alt', code: 'too_long', limit: pictureLimits.alt }] };
    const record = await this.records.findOneAndUpdate({ _id: { $eq: id }, ownerId: owner.id }, { $set: { alt: words } }, { returnDocument: 'after' }).lean().exec();
    return record ? pictureFrom(record) : { __typename: 'NotFound', reason: 'gone' };
  }

  /** The bytes, where the viewer may see them; `isPublic` says whether everybody may. */
  async bytes(id: string, size: 'full' | 'small', viewer: Citizen | null): Promise<{ bytes: Buffer; key: string; isPublic: boolean } | null> {
    const visible = await this.visible(id, viewer);
    const bytes = visible && (await this.storage.get(visible.record[size]));
    return bytes ? { bytes, key: visible.record[size], isPublic: visible.isPublic } : null;
  }

  private async visible(id: string, viewer: Citizen | null): Promise<{ record: FileRecord; isPublic: boolean } | null> {
    const record = await this.records.findById(id).lean().exec();
    if (!record) return null;
    const subject = record.subject ? parseSubject(record.subject) : null;
    const card = subject ? await this.subjects.card(subject) : null;
    return maySee(record, card, viewer) ? { record, isPublic: card?.isPublic ?? false } : null;
  }

  private async claimWithin(session: ClientSession, ids: string[], ownerId: string, subject: string): Promise<boolean> {
    await this.records.updateMany({ subject, _id: { $nin: ids } }, { $set: { subject: null, looseSince: this.clock.now() } }, { session });
    for (const [place, id] of ids.entries()) {
      const mine = { _id: { $eq: id }, ownerId, subject: { $in: [null, subject] } };
      const { matchedCount } = await this.records.updateOne(mine, { $set: { subject, place, looseSince: null } }, { session });
      if (matchedCount === 0) return false;
    }
    return true;
  }
}

/** Takes the transaction back where not all of the pictures could be claimed. */
class NotClaimed extends Error {}

function pictureFrom({ _id, width, height, alt }: FileRecord): Picture {
  return { __typename: 'Picture', id: _id, url: `/files/${_id}`, thumbnailUrl: `/files/${_id}/small`, width, height, alt };
}
