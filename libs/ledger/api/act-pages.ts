import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { pageOf, type SubjectCard, Subjects, titlesOf } from '@isegoria/kernel/api';
import { subjectKey } from '@isegoria/kernel/contracts';
import type { LedgerAct, LedgerActDetail, LedgerActPage, Plain } from '@isegoria/ledger/contracts';
import { LedgerActRecord } from './ledger-act.schema';
import { LedgerStore } from './ledger-store';

/** The acts of power as everybody reads them: what was done, to what, and where it stands in the ledger. */
@Injectable()
export class ActPages {
  constructor(
    @InjectModel(LedgerActRecord.name) private readonly acts: Model<LedgerActRecord>,
    private readonly store: LedgerStore,
    private readonly subjects: Subjects,
  ) {}

  async page({ first, after }: { first?: number; after?: string }): Promise<LedgerActPage> {
    const page = await pageOf<LedgerActRecord>(this.acts, { filter: {}, sort: [['_id', -1]], first, after });
    const [cards, places] = await Promise.all([this.subjects.cards(page.items.map(({ leaf }) => leaf.subject)), this.store.placesOf(page.items.map(({ hash }) => hash))]);
    return { ...page, items: page.items.map(({ leaf, hash }) => seen(leaf, cards.get(subjectKey(leaf.subject)), places.get(hash))) };
  }
}

/** What is hidden keeps its name to itself. */
function seen({ id, act, rule, role, subject, body = {} }: LedgerActRecord['leaf'], card: SubjectCard | undefined, index = -1): LedgerAct {
  const { title, path } = card?.isPublic ? { title: titlesOf(card), path: card.path } : { title: null, path: null };
  const outcome = [body['decision'], body['outcome'], body['status']].find((word) => typeof word === 'string') ?? null;
  return { id, act, rule, role, subject, outcome, title, path, details: detailsOf(body), index: index < 0 ? null : index };
}

/** Words, numbers and lists of words; tables of counts are for those who read the leaf itself. */
function detailsOf(body: Record<string, Plain>): LedgerActDetail[] {
  return Object.entries(body).flatMap(([name, value]) => {
    const values = Array.isArray(value) ? value : [value];
    return values.every((one) => typeof one === 'string' || typeof one === 'number') ? [{ name, value: values.join(', ') }] : [];
  });
}
