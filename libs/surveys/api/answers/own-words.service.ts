import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Citizen, speaksFor } from '@isegoria/identity/contracts';
import { Clock, Events, excerpt, newSecret, pageOf, plain, type SubjectCard, Subjects, withoutHtml } from '@isegoria/kernel/api';
import type { ModerationDecided } from '@isegoria/moderation/contracts';
import { type MySurveyWords, type QuerySurveyWordsArgs, type SurveyWordsPage, takesWords } from '@isegoria/surveys/contracts';
import type { Model } from 'mongoose';
import type { SeededAnswers } from './answering.service';
import { wordsKey } from './person-key';
import { type StoredQuestion, Survey } from '../survey.schema';
import { surveyPath, surveySubject } from '../survey-views';
import { SurveyWordsRecord, type WordsState } from './survey-words.schema';
import { readsWords } from '../surveys.rules';

/** What moderators know a citizen's words under. */
export const wordsKind = 'survey-words';
const nobody = { items: [], next: null, total: 0 };

/** What people write in their own words: apart from what else they answered, under a name drawn by lot, and read after the end (decisions/003). */
@Injectable()
export class OwnWords implements OnModuleInit {
  constructor(
    @InjectModel(SurveyWordsRecord.name) private readonly words: Model<SurveyWordsRecord>,
    @InjectModel(Survey.name) private readonly surveys: Model<Survey>,
    private readonly subjects: Subjects,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.subjects.register(wordsKind, { cards: (ids) => this.cards(ids) });
    this.events.on('moderation.decided', 'surveys.words', (decided) => this.decided(decided));
  }

  /** All that a person writes to a survey now: new words in the place of former ones; what is not there any more is erased. Said again after a crash, it is said once. */
  async keep(personId: string, survey: Survey, written: Readonly<Record<string, string>>): Promise<void> {
    const before = await this.of(personId, survey);
    for (const { id: questionId } of askingWords(survey)) {
      const text = withoutHtml(plain(written[questionId] ?? '')).trim();
      const former = before.find((one) => one.questionId === questionId);
      if (former && former.text === text) {
        await this.submit(survey, former);
        continue;
      }
      if (former) await this.erase(former);
      if (text !== '') await this.write(survey, { _id: wordsKey(personId, survey._id, questionId), surveyId: survey._id, questionId, text, item: newSecret(), state: survey.publishesWords ? 'waiting' : 'kept', reason: null });
    }
  }

  async mine(personId: string, survey: Survey): Promise<MySurveyWords[]> {
    return (await this.of(personId, survey)).map(({ questionId, text, state, reason }) => ({ questionId, text, state: state === 'kept' ? null : state, reason }));
  }

  /** What a person wrote to a survey, in any of its questions. */
  of(personId: string, survey: Pick<Survey, '_id' | 'sections'>): Promise<SurveyWordsRecord[]> {
    const keys = askingWords(survey).map(({ id }) => wordsKey(personId, survey._id, id));
    return keys.length > 0 ? this.words.find({ _id: { $in: keys } }).lean<SurveyWordsRecord[]>().exec() : Promise.resolve([]);
  }

  async erase({ _id, item, state }: SurveyWordsRecord): Promise<void> {
    await this.words.deleteOne({ _id, item }).exec();
    if (state !== 'kept') await this.events.publish('contribution.withdrawn', { item: itemOf(item) });
  }

  /** After the end, in the order of the lots. Hidden ones nobody reads. */
  async page({ surveyId, questionId, first, after }: QuerySurveyWordsArgs, reader: Citizen | null): Promise<SurveyWordsPage> {
    const survey = await this.surveys.findById(String(surveyId)).lean<Survey>().exec();
    if (!survey || !readsWords(survey, this.clock.now())) return nobody;
    const states: WordsState[] = speaksFor(reader, survey.departmentId) ? ['kept', 'waiting', 'public'] : ['public'];
    const filter = { surveyId: survey._id, questionId: String(questionId), state: { $in: states } };
    const page = await pageOf<SurveyWordsRecord>(this.words, { filter, sort: [['item', 1]], first, after });
    return { ...page, items: page.items.map(({ item, questionId: question, text }) => ({ id: item, questionId: question, text })) };
  }

  /** How many wrote, by question. */
  async writers(surveyId: string): Promise<Record<string, number>> {
    const found = await this.words.aggregate<{ _id: string; count: number }>([{ $match: { surveyId } }, { $group: { _id: '$questionId', count: { $sum: 1 } } }]).exec();
    return Object.fromEntries(found.map(({ _id, count }) => [_id, count]));
  }

  /** Words of the demo city's people stand at once. */
  async seedMany(survey: Survey, seeded: readonly SeededAnswers[]): Promise<void> {
    const state: WordsState = survey.publishesWords ? 'public' : 'kept';
    const records = seeded.flatMap(({ citizen, given, nonce }) => Object.entries(given.written).map(([questionId, text]): SurveyWordsRecord => ({
      _id: wordsKey(citizen.personId, survey._id, questionId), surveyId: survey._id, questionId, text, item: createHash('sha256').update(`words ${questionId} ${nonce}`).digest('base64url'), state, reason: null,
    })));
    const writes = records.map(({ _id, ...rest }) => ({ updateOne: { filter: { _id }, update: { $setOnInsert: rest }, upsert: true } }));
    if (writes.length > 0) await this.words.bulkWrite(writes, { ordered: false });
  }

  private async write(survey: Survey, record: SurveyWordsRecord): Promise<void> {
    const { _id, ...rest } = record;
    await this.words.updateOne({ _id }, { $set: rest }, { upsert: true }).exec();
    await this.submit(survey, record);
  }

  /** Brings words that are to be published before the moderators. */
  private async submit({ title }: Survey, { item, text, state }: SurveyWordsRecord): Promise<void> {
    if (state === 'waiting') await this.events.publish('contribution.submitted', { item: itemOf(item), authorId: '', title: title.el, text, mode: 'wait' });
  }

  private async decided({ item, decision, reason }: ModerationDecided): Promise<void> {
    if (item.kind !== wordsKind) return;
    const isApproved = decision === 'approved';
    await this.words.updateOne({ item: item.id }, { $set: { state: isApproved ? 'public' : decision, reason: isApproved ? null : reason } }).exec();
  }

  private async cards(ids: string[]): Promise<SubjectCard[]> {
    const found = await this.words.find({ item: { $in: ids.map(String) } }).lean<SurveyWordsRecord[]>().exec();
    const surveys = new Map((await this.surveys.find({ _id: { $in: [...new Set(found.map(({ surveyId }) => surveyId))] } }).lean<Survey[]>().exec()).map((survey) => [survey._id, survey]));
    const now = this.clock.now();
    return found.flatMap(({ surveyId, item, text, state }) => {
      const survey = surveys.get(surveyId);
      if (!survey) return [];
      const { title, departmentId, opensAt, createdAt } = survey;
      return [{
        kind: wordsKind, id: item, title: title.el, path: `${surveyPath(surveyId)}/results`, excerpt: excerpt(text), english: { title: title.en, excerpt: excerpt(text) }, about: surveySubject(surveyId),
        // No time of its own: it would lead to who wrote then.
        authorId: null, departmentId, isPublic: state === 'public' && readsWords(survey, now), acceptsComments: false, createdAt: opensAt ?? createdAt,
      }];
    });
  }
}

const itemOf = (id: string) => ({ kind: wordsKind, id });

/** The questions that one may write to, also those that may take words beside a choice. */
export function askingWords({ sections }: Pick<Survey, 'sections'>): StoredQuestion[] {
  const all = { chosen: Object.fromEntries(sections.flatMap(({ questions }) => questions).map(({ id, options }) => [id, options.map((option) => option.id)])) };
  return sections.flatMap(({ questions }) => questions).filter((question) => takesWords(question, all));
}
