import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Subjects } from '@isegoria/kernel/api';
import { type Subject, subjectKey } from '@isegoria/kernel/contracts';
import { type Conversation, type ExportedVote, numbered } from './format/conversation';
import { MapThread } from './map-thread';
import { LatestRecord, StatementRecord } from './opinion.schema';
import { opinionsEnv } from './opinions.env';

const dayMs = 86_400_000;
const wholeDay = (at: Date): number => Math.floor(at.getTime() / dayMs) * dayMs;

/** A subject's opinions as a conversation of the exchange format: numbers in place of people, in an order that tells nothing. */
@Injectable()
export class OpinionsExport {
  constructor(
    @InjectModel(StatementRecord.name) private readonly statements: Model<StatementRecord>,
    @InjectModel(LatestRecord.name) private readonly latest: Model<LatestRecord>,
    private readonly subjects: Subjects,
    private readonly thread: MapThread,
  ) {}

  /** Null where there is no such public subject. What was never public, or is no more, goes out without its words. */
  async conversation(subject: Subject): Promise<Conversation | null> {
    const card = await this.subjects.card(subject);
    if (!card?.isPublic) return null;
    const key = subjectKey(subject);
    const records = await this.statements.find({ subject: key }).sort({ _id: 1 }).limit(10_000).lean<StatementRecord[]>().exec();
    const numberOf = new Map(records.map(({ _id }, number) => [_id, String(number)]));
    const latest = await this.latest.find({ subject: key }, { person: 1, statementId: 1, value: 1, at: 1 }).sort({ _id: 1 }).lean<LatestRecord[]>().exec();
    const people = strewn(new Set(latest.map(({ person }) => person)));
    const idOf = new Map(people.map((person, number) => [person, String(number)]));
    const votes = latest.flatMap(({ person, statementId, value, at }): ExportedVote[] => {
      const [participant, statement] = [idOf.get(person), numberOf.get(statementId)];
      return participant !== undefined && statement !== undefined ? [{ participant, statement, value, at: wholeDay(at) }] : [];
    });
    const statements = records.map(({ visibility, text, createdAt }, number) => ({
      id: String(number), text: visibility === 'public' ? text : '', author: '', moderated: visibility === 'public' ? (1 as const) : (-1 as const), at: wholeDay(createdAt),
    }));
    return this.withGroups({ topic: card.title, description: card.excerpt, statements, participants: people.map((_, number) => String(number)), votes, groups: new Map() });
  }

  /** The groups that the answers alone make, under the same minimum as the map. */
  private async withGroups(conversation: Conversation): Promise<Conversation> {
    const minimum = opinionsEnv.OPINIONS_GROUP_MINIMUM;
    const { votes, out } = numbered(conversation);
    const map = await this.thread.compute(votes, { out, fewest: minimum });
    if (!map || map.groups.length < 2 || map.rows.length < 2 * minimum) return conversation;
    return { ...conversation, groups: new Map([...map.rows].map((row, at) => [conversation.participants[row] ?? '', String(map.labels[at] ?? 0)])) };
  }
}

/** People in an order that tells nothing of them. */
function strewn(people: Iterable<string>): string[] {
  const places = Array.from(people, (person) => ({ person, place: createHash('sha256').update(person).digest('hex') }));
  return places.sort((one, other) => (one.place < other.place ? -1 : 1)).map(({ person }) => person);
}
