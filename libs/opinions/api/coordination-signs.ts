import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Clock, Events, Subjects } from '@isegoria/kernel/api';
import { parseSubject } from '@isegoria/kernel/contracts';
import { type OpinionFinding, signText } from '@isegoria/opinions/contracts';
import type { AnswerBook } from './answer-book';
import { type CoordinationSign, coordination, signsOf } from './coordination.rules';
import { SignRecord } from './opinion.schema';

/** Of more answers, only every tenth map is looked at: the look goes over all of them. */
const manyAnswers = 200_000;

/** Looks for signs of coordinated answering and makes each one a case for moderators, once. It changes no answer and no map. */
@Injectable()
export class CoordinationSigns {
  private readonly looks = new Map<string, number>();

  constructor(
    @InjectModel(SignRecord.name) private readonly signs: Model<SignRecord>,
    private readonly subjects: Subjects,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async look(subject: string, book: AnswerBook, findings: OpinionFinding[], statements: { id: string }[]): Promise<void> {
    const looks = (this.looks.get(subject) ?? 0) + 1;
    this.looks.set(subject, looks);
    if (book.answers > manyAnswers && looks % 10 !== 1) return;
    const byId = new Map(findings.map((finding) => [finding.statement, finding]));
    const bits = statements.map(({ id }) => bitsOf(byId.get(id)));
    for (const sign of signsOf(book.rows((statement, value) => bits[statement]?.[value + 1] ?? 0))) await this.handIn(subject, sign);
  }

  private async handIn(key: string, sign: CoordinationSign): Promise<void> {
    const id = `${key}|${sign.sameAs}`;
    const { upsertedCount } = await this.signs.updateOne({ _id: id }, { $setOnInsert: { subject: key, people: sign.people, at: this.clock.now() } }, { upsert: true }).exec();
    const subject = parseSubject(key);
    if (upsertedCount === 0 || !subject) return;
    const card = await this.subjects.card(subject);
    await this.events.publish('contribution.submitted', { item: { kind: 'opinion-signs', id }, authorId: 'platform', title: card?.title ?? '', text: signText({ ...sign, rule: coordination }), mode: 'wait', subject });
  }
}

/** How unlikely each answer to a statement is, in bits: disagree, pass, agree. */
function bitsOf(finding: OpinionFinding | undefined): [number, number, number] {
  if (!finding) return [0, 0, 0];
  const { agrees, disagrees, passes } = finding;
  const bits = (count: number) => -Math.log2((count + 1) / (agrees + disagrees + passes + 3));
  return [bits(disagrees), bits(passes), bits(agrees)];
}
