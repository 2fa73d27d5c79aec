import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Citizen, hasRole } from '@isegoria/identity/contracts';
import { type MutationTellOfSignArgs, type TellOfSignResult, wordInput } from '@isegoria/integrity/contracts';
import { Clock, invalid, isThere, plain, refuse, Unheard, unheard } from '@isegoria/kernel/api';
import { parseSubject, problemsOf } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { IntegrityWordRecord } from './sign.schema';
import { Signs } from './signs.service';

const unknown: TellOfSignResult = { __typename: 'NotFound', reason: 'sign' };

/** The word of the city under a sign: what was looked into, and what was found. */
@Injectable()
export class Telling implements OnModuleInit {
  constructor(
    @InjectModel(IntegrityWordRecord.name) private readonly words: Model<IntegrityWordRecord>,
    private readonly signs: Signs,
    private readonly unheard: Unheard,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.unheard.watch(this.words);
  }

  /** Writes the next word. Of two who saw the same one, the second is told that a colleague wrote; the same word sent twice is one. */
  async tell(citizen: Citizen, { id, revision: seen, finding, text: typed }: MutationTellOfSignArgs): Promise<TellOfSignResult> {
    const problems = problemsOf(wordInput, { finding, text: typed });
    if (problems.length > 0) return invalid(problems);
    const sign = await this.signs.find(id);
    const subject = sign && parseSubject(sign.ballotId);
    if (!subject) return unknown;
    const last = (await this.words.findOne({ signId: sign._id }).sort({ revision: -1 }).lean<IntegrityWordRecord>().exec())?.revision ?? 0;
    if (seen > last) return refuse('changed');
    const [revision, text, at] = [seen + 1, plain(typed), this.clock.now()];
    const role = hasRole(citizen, 'administrator') ? 'administrator' : 'moderator';
    const told = unheard('integrity.told', { signId: sign._id, revision, subject, finding, role, text, at });
    const word = { _id: `${sign._id}|${revision}`, signId: sign._id, revision, finding, text, role, at };
    try {
      await this.words.create({ ...word, unheard: [told] });
    } catch (error) {
      if (!isThere(error)) throw error;
      const there = await this.words.findById(word._id).lean<IntegrityWordRecord>().exec();
      if (there?.text !== text || there.finding !== finding) return refuse('changed');
    }
    await this.unheard.tell(this.words, word._id);
    const shown = await this.signs.one(sign._id);
    return shown ? { __typename: 'IntegrityWordSaid', sign: shown } : unknown;
  }
}
