import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { el, en } from '@isegoria/integrity/contracts';
import { type SubjectCard, Subjects } from '@isegoria/kernel/api';
import type { Model } from 'mongoose';
import { IntegritySignRecord } from './sign.schema';

/** How others name a sign and lead to its page: by its kind alone, never by its thing, which may be hidden one day. */
@Injectable()
export class IntegritySubject implements OnModuleInit {
  constructor(
    @InjectModel(IntegritySignRecord.name) private readonly signs: Model<IntegritySignRecord>,
    private readonly subjects: Subjects,
  ) {}

  onModuleInit(): void {
    this.subjects.register('integrity-sign', { cards: (ids) => this.cards(ids) });
  }

  private async cards(ids: string[]): Promise<SubjectCard[]> {
    const found = await this.signs.find({ _id: { $in: ids } }).lean<IntegritySignRecord[]>().exec();
    return found.map(({ _id: id, kind, to: createdAt }) => ({
      kind: 'integrity-sign', id, title: el.kind[kind], english: { title: en.kind[kind], excerpt: '' }, path: `/integrity/${id}`, excerpt: '', authorId: null, isPublic: true, acceptsComments: false, createdAt,
    }));
  }
}
