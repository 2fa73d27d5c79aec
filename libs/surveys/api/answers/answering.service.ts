import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { ageBandOf, type Citizen } from '@isegoria/identity/contracts';
import { Clock, unlessThere } from '@isegoria/kernel/api';
import { cityDay, cityYear, problemsOf } from '@isegoria/kernel/contracts';
import { Follows } from '@isegoria/notifications/api';
import { answerInput, answerProblems, type AnswerSurveyInput, type AnswerSurveyResult, chosenOf, type Given, type MySurveyAnswers, onlyAsked, paperOf } from '@isegoria/surveys/contracts';
import { type CountedEntry, rememberedNonces, Votes } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { OwnWords } from './own-words.service';
import { answersKey } from './person-key';
import { invalid, noSurvey } from '../refusals';
import { Survey } from '../survey.schema';
import { SurveyAnswers } from './survey-answers.schema';
import { ballotOf, surveySubject } from '../survey-views';
import { statusOf } from '../surveys.rules';

/** One person's answers of the demo city. */
export interface SeededAnswers {
  citizen: Citizen;
  given: Given;
  nonce: string;
}

/** What is known of whoever answers: for their key, and for the coarse group beside the answers. */
type Person = Pick<Citizen, 'personId' | 'birthYear' | 'gender' | 'districtId'>;

const nobodyKnown = { birthYear: null, gender: null, districtId: null };

/** A citizen answers: first the log of votes, then the same once more without a name, then their own words, apart from both; then they are answered. */
@Injectable()
export class Answering {
  constructor(
    @InjectModel(Survey.name) private readonly surveys: Model<Survey>,
    @InjectModel(SurveyAnswers.name) private readonly answers: Model<SurveyAnswers>,
    private readonly ownWords: OwnWords,
    private readonly follows: Follows,
    private readonly votes: Votes,
    private readonly clock: Clock,
  ) {}

  async answer(citizen: Citizen, { surveyId, nonce, follow, ...sent }: AnswerSurveyInput): Promise<AnswerSurveyResult> {
    const survey = await this.surveys.findById(String(surveyId)).lean<Survey>().exec();
    if (!survey?.publishedAt || survey.withdrawal) return noSurvey;
    const { opensAt, closesAt, sections } = survey;
    const status = statusOf(survey, this.clock.now());
    if (status === 'announced' && opensAt) return { __typename: 'NotOpenYet', opensAt };
    if (status !== 'open') return { __typename: 'BallotClosed', closedAt: closesAt ?? this.clock.now() };
    const form = problemsOf(answerInput, { ...sent, nonce });
    if (form.length > 0) return invalid(form);
    const given = onlyAsked(sections, { chosen: chosenOf(sent.answers), written: Object.fromEntries(sent.words.map(({ questionId, text }) => [questionId, text])) });
    const problems = answerProblems(sections, given);
    if (problems.length > 0) return invalid(problems);

    const cast = await this.votes.cast(citizen, { ballotId: ballotOf(surveyId), answers: paperOf(sections, given), nonce });
    if (cast.__typename === 'BallotUnknown') return noSurvey;
    if (cast.__typename !== 'VoteCast') return cast;
    const changed = await this.keep(citizen, survey, given, { seq: cast.seq, press: pressOf(nonce, given) });
    if (follow !== false) await this.follows.follow(citizen.id, surveySubject(surveyId), 'answer');
    const { ballotId, leaf, promise } = cast;
    return { __typename: 'SurveyAnswered', changed, ballotId, leaf, promise };
  }

  async mine({ personId }: Citizen, surveyId: string): Promise<MySurveyAnswers | null> {
    const found = await this.answers.findById(answersKey(personId, String(surveyId))).lean<SurveyAnswers>().exec();
    const survey = found && (await this.surveys.findById(found.surveyId).lean<Survey>().exec());
    if (!found || !survey) return null;
    const answers = Object.entries(found.chosen).flatMap(([questionId, options]) => options.map((optionId) => ({ questionId, optionId })));
    return { answers, words: await this.ownWords.mine(personId, survey) };
  }

  /** Many at once, counted when it resolves, as the demo city's people answered; nobody is told and nobody follows. */
  async seedMany(survey: Survey, seeded: readonly SeededAnswers[]): Promise<void> {
    const ballotId = ballotOf(survey._id);
    const results = await this.votes.castMany(seeded.map(({ citizen, given, nonce }) => ({ citizen, ballotId, answers: paperOf(survey.sections, given), nonce })));
    const at = survey.opensAt ?? this.clock.now();
    const writes = seeded.flatMap(({ citizen, given }, place) => {
      const cast = results[place];
      if (cast?.__typename !== 'VoteCast') return [];
      return [{ updateOne: { filter: { _id: answersKey(citizen.personId, survey._id) }, update: { $set: { ...document(citizen, survey, given, at), seq: cast.seq } }, upsert: true } }];
    });
    for (let from = 0; from < writes.length; from += 1000) await this.answers.bulkWrite(writes.slice(from, from + 1000), { ordered: false });
    await this.ownWords.seedMany(survey, seeded);
  }

  /** What two officials entered for a person, once it is in the log. It takes the place of what they answered on this site; who has no account belongs to no group. */
  async enter({ person: { personId, citizen }, seq }: CountedEntry, survey: Survey, given: Given): Promise<void> {
    await this.keep({ ...nobodyKnown, ...citizen, personId }, survey, given, { seq, press: pressOf(`desk ${seq}`, given) });
  }

  /** Whether the person had answered before. An older cast that comes late leaves the newer one as it is, and so does an older press that comes again. */
  private async keep(citizen: Person, survey: Survey, given: Given, { seq, press }: { seq: number; press: string }): Promise<boolean> {
    const _id = answersKey(citizen.personId, survey._id);
    const before = await this.answers.findById(_id).lean<SurveyAnswers>().exec();
    const known = before?.presses ?? [];
    if (known.includes(press) && known.at(-1) !== press) return true;
    const presses = [...known.filter((one) => one !== press), press].slice(-rememberedNonces);
    const notNewer = { _id, $or: [{ seq: { $exists: false } }, { seq: { $lte: seq } }] };
    const fields = { ...document(citizen, survey, given, this.clock.now()), seq, presses };
    const former = await this.answers.findOneAndUpdate(notNewer, { $set: fields }, { upsert: true, returnDocument: 'before' }).lean<SurveyAnswers>().exec().catch(unlessThere);
    // Nothing at all is one that came too late, whose words are nobody's.
    if (former !== undefined) await this.ownWords.keep(citizen.personId, survey, given.written);
    return before !== null || (former ?? null) !== null;
  }
}

function document({ birthYear = null, gender = null, districtId }: Omit<Person, 'personId'>, survey: Survey, { chosen }: Given, at: Date): Omit<SurveyAnswers, '_id' | 'seq'> {
  return { surveyId: survey._id, at: new Date(`${cityDay(at)}T00:00:00Z`), chosen: chosenOf(paperOf(survey.sections, { chosen })), group: { ageBand: ageBandOf(birthYear, cityYear(at)), gender, districtId } };
}

/** Two presses are one when a page sends the same again. */
const pressOf = (nonce: string, given: Given): string => createHash('sha256').update(JSON.stringify([nonce, Object.entries(given.chosen).sort(), Object.entries(given.written).sort()])).digest('base64url').slice(0, 16);
