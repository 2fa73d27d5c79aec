import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Clock, newSecret } from '@isegoria/kernel/api';
import { LetterToken, type TokenPurpose } from './token.schema';

const hours: Record<TokenPurpose, number> = { confirm: 72, reset: 2, move: 24 };

/** Links in letters: each works once, for a while, for one purpose. */
@Injectable()
export class Tokens {
  constructor(
    @InjectModel(LetterToken.name) private readonly tokens: Model<LetterToken>,
    private readonly clock: Clock,
  ) {}

  /** Makes the secret of a new link; the earlier ones of the same purpose end. */
  async issue(purpose: TokenPurpose, { citizenId, email, next = null }: { citizenId: string; email: string; next?: string | null }): Promise<string> {
    const secret = newSecret();
    const expiresAt = new Date(this.clock.now().getTime() + hours[purpose] * 3_600_000);
    await this.tokens.deleteMany({ citizenId, purpose }).exec();
    await this.tokens.collection.insertOne({ _id: hashOf(secret), purpose, citizenId, email, next, expiresAt } as never);
    return secret;
  }

  /** Uses a link up, in one step: of two who press it at once, one gets it. Null: unknown, used, too late, or for something else. */
  async consume(purpose: TokenPurpose, secret: string): Promise<LetterToken | null> {
    return this.tokens.findOneAndDelete({ _id: hashOf(secret), purpose, expiresAt: { $gt: this.clock.now() } }).lean<LetterToken>().exec();
  }

  /** Looks at a link without using it up, so that a form with a mistake in it may be sent again. */
  async peek(purpose: TokenPurpose, secret: string): Promise<LetterToken | null> {
    return this.tokens.findOne({ _id: hashOf(secret), purpose, expiresAt: { $gt: this.clock.now() } }).lean<LetterToken>().exec();
  }

  /** Ends every link of a person. */
  async endAll(citizenId: string): Promise<void> {
    await this.tokens.deleteMany({ citizenId }).exec();
  }
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
