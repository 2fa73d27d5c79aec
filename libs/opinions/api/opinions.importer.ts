import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Clock, Events, excerpt, type Importer, type ImportReport, plain, type SubjectCard, type SubjectKind } from '@isegoria/kernel/api';
import { AnswerLog } from './answer-log';
import { Cartographer } from './cartographer';
import type { Conversation } from './format/conversation';
import { readConversation, WrongFolder } from './format/read-folder';
import { AnswerRecord, ConversationRecord, StatementRecord } from './opinion.schema';
import { foldOf } from './opinions.rules';
import { personKey } from './person-key';

/** Brings in a Polis export folder: the conversation becomes a subject of its own, with a page, a map, and room for more answers. */
@Injectable()
export class OpinionsImporter implements Importer, SubjectKind {
  readonly name = 'opinions';
  readonly help = 'A Polis export folder (votes.csv, comments.csv, participants-votes.csv, summary.csv, each plain or gzipped). Its page is /opinions/conversation/<id>.';

  constructor(
    @InjectModel(ConversationRecord.name) private readonly conversations: Model<ConversationRecord>,
    @InjectModel(StatementRecord.name) private readonly statements: Model<StatementRecord>,
    private readonly log: AnswerLog,
    private readonly cartographer: Cartographer,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** All of it, or nothing where anything is wrong. */
  async run(text: string, report: ImportReport): Promise<void> {
    const conversation = read(text, report);
    if (!conversation) return;
    const id = idOf(conversation);
    report.total(conversation.statements.length + conversation.votes.length);
    const at = this.clock.now();
    const topic = plain(conversation.topic).slice(0, 200) || id;
    await this.conversations.updateOne({ _id: id }, { $setOnInsert: { topic, description: plain(conversation.description), at } }, { upsert: true }).exec();
    await this.bringStatements(conversation, id, report);
    const added = await this.log.appendMany(answersOf(conversation, id));
    tell(report, added, conversation.votes.length);
    await this.cartographer.due(`conversation:${id}`);
  }

  async cards(ids: string[]): Promise<SubjectCard[]> {
    const records = await this.conversations.find({ _id: { $in: ids } }).lean<ConversationRecord[]>().exec();
    return records.map(({ _id: id, topic, description, at }) => ({
      kind: 'conversation', id, title: topic, path: `/opinions/conversation/${id}`, excerpt: excerpt(description), authorId: null, isPublic: true, acceptsComments: false, opinionMode: 'wait', createdAt: at,
    }));
  }

  private async bringStatements({ statements }: Conversation, id: string, report: ImportReport): Promise<void> {
    const records = statements.map(({ id: number, text, moderated, at }): StatementRecord => ({
      _id: statementId(id, number),
      subject: `conversation:${id}`,
      authorId: 'import',
      text: plain(text),
      // Elsewhere the same words may stand twice, each with its own answers.
      fold: `${foldOf(plain(text))} #${number}`,
      visibility: moderated === -1 ? 'hidden' : 'public',
      nonce: statementId(id, number),
      createdAt: new Date(at),
      entered: true,
      decidedAt: null,
      verdict: null,
    }));
    const known = new Set((await this.statements.find({ subject: `conversation:${id}` }, { _id: 1 }).lean<{ _id: string }[]>().exec()).map(({ _id }) => _id));
    const fresh = records.filter(({ _id }) => !known.has(_id));
    if (fresh.length > 0) await this.statements.insertMany(fresh);
    tell(report, fresh.length, records.length);
    await this.events.publish('contributions.imported', { contributions: fresh.map(({ _id, authorId, createdAt: at }) => ({ item: { kind: 'opinion', id: _id }, authorId, at })) });
  }
}

function tell(report: ImportReport, added: number, all: number): void {
  for (let record = 0; record < all; record++) {
    if (record < added) report.added();
    else report.unchanged();
  }
}

function read(text: string, report: ImportReport): Conversation | null {
  try {
    const files: unknown = text.trimStart().startsWith('{') ? JSON.parse(text) : { 'votes.csv': text };
    return readConversation((name) => textNamed(files, name));
  } catch (error) {
    for (const problem of error instanceof WrongFolder ? error.problems : [error instanceof Error ? error.message : String(error)]) report.refused('the folder', problem);
    return null;
  }
}

function textNamed(files: unknown, name: string): string | null {
  const text: unknown = typeof files === 'object' && files !== null ? Reflect.get(files, name) : null;
  return typeof text === 'string' ? text : null;
}

/** The same folder is the same conversation, at every import and in every city. */
function idOf({ topic, statements }: Conversation): string {
  const first = statements.slice(0, 3).map(({ text }) => text);
  return createHash('sha256').update(JSON.stringify([topic, ...first])).digest('base64url').replaceAll(/[^a-zA-Z0-9]/g, '').slice(0, 12).toLowerCase();
}

const statementId = (conversation: string, number: string): string => `${conversation}-${number}`;

function answersOf({ votes }: Conversation, id: string): AnswerRecord[] {
  return votes.map(({ participant, statement, value, at }, number) => ({
    _id: `${id}-${String(number).padStart(9, '0')}`,
    subject: `conversation:${id}`,
    statementId: statementId(id, statement),
    person: personKey(`import-${participant}`, `conversation:${id}`),
    value,
    at: new Date(at),
  }));
}
