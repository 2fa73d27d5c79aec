import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { both, nothingToForget, type Person, PersonalData, staysAsAct } from '@isegoria/identity/api';
import type { Model } from 'mongoose';
import { OwnWords } from '../answers/own-words.service';
import { answersKey } from '../answers/person-key';
import { SurveyAnswers } from '../answers/survey-answers.schema';
import { Survey } from '../survey.schema';
import { isPublic } from '../survey-lists';
import { surveyPath } from '../survey-views';

const about = { title: both('Το ερωτηματολόγιο', 'The survey'), path: both('Η σελίδα του', 'Its page') };

/** What a person answered and wrote, and which surveys they began as an official. It is found by trying their key on every survey that there was. */
@Injectable()
export class SurveysPersonal implements OnModuleInit {
  constructor(
    @InjectModel(Survey.name) private readonly surveys: Model<Survey>,
    @InjectModel(SurveyAnswers.name) private readonly answers: Model<SurveyAnswers>,
    private readonly ownWords: OwnWords,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'surveyAnswers',
      about: both('Οι απαντήσεις σου σε ερωτηματολόγια', 'Your answers to surveys'),
      leaving: both('Οι απαντήσεις μένουν μετρημένες. Ηλικία, περιοχή και φύλο σβήνονται από δίπλα τους.', 'The answers stay counted. Age, district and gender are erased beside them.'),
      keys: { ...about, at: both('Ποια ημέρα', 'On which day'), chosen: both('Τι διάλεξες σε κάθε ερώτηση', 'What you chose in each question'), group: both('Ηλικία, φύλο και περιοχή, όπως μετρήθηκαν εκείνη την ημέρα', 'Age band, gender and district, as counted on that day') },
      entries: (person) => this.answered(person),
      forget: (person) => this.forgetGroups(person),
    });
    this.personalData.register({
      name: 'surveyWords',
      about: both('Ό,τι έγραψες με δικά σου λόγια σε ερωτηματολόγια', 'What you wrote in your own words in surveys'),
      leaving: both('Σβήνονται.', 'They are erased.'),
      keys: { ...about, question: both('Η ερώτηση', 'The question'), text: both('Τι έγραψες', 'What you wrote'), state: both('Ποιος το διαβάζει', 'Who reads it'), reason: both('Γιατί δεν έμεινε', 'Why it did not stand') },
      entries: (person) => this.wrote(person),
      forget: (person) => this.forgetWords(person),
    });
    this.personalData.register({
      name: 'surveys',
      about: both('Ερωτηματολόγια που ξεκίνησες ως υπηρεσία', 'Surveys that you began for your department'),
      leaving: staysAsAct,
      keys: { ...about, createdAt: both('Πότε το ξεκίνησες', 'When you began it') },
      entries: (person) => this.begun(person),
      forget: nothingToForget,
    });
  }

  private async *answered({ personId }: Person) {
    for await (const { _id, title } of this.opened()) {
      const found = await this.answers.findById(answersKey(personId, _id)).lean<SurveyAnswers>().exec();
      if (found) yield { title, path: surveyPath(_id), at: found.at, chosen: found.chosen, group: found.group };
    }
  }

  private async *wrote({ personId }: Person) {
    for await (const survey of this.opened()) {
      const questions = new Map(survey.sections.flatMap((section) => section.questions.map(({ id, text }) => [id, text])));
      for (const { questionId, text, state, reason } of await this.ownWords.of(personId, survey)) yield { title: survey.title, path: surveyPath(survey._id), question: questions.get(questionId) ?? null, text, state, reason };
    }
  }

  private async *begun({ id: createdBy }: Person) {
    for await (const { _id, title, createdAt } of this.surveys.find({ createdBy }, { title: 1, createdAt: 1 }).lean<Survey>().cursor()) yield { title, path: surveyPath(_id), createdAt };
  }

  private async forgetGroups({ personId }: Person): Promise<void> {
    for await (const { _id } of this.opened()) await this.answers.updateOne({ _id: answersKey(personId, _id) }, { $set: { group: { ageBand: null, gender: null, districtId: null } } }).exec();
  }

  private async forgetWords({ personId }: Person): Promise<void> {
    for await (const survey of this.opened()) for (const words of await this.ownWords.of(personId, survey)) await this.ownWords.erase(words);
  }

  private opened() {
    return this.surveys.find({ ...isPublic, openedAt: { $ne: null } }, { title: 1, sections: 1 }).lean<Survey>().cursor();
  }
}
