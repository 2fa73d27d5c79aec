import { Controller, Get, NotFoundException, Param, Query, Res } from '@nestjs/common';
import { Public } from '@isegoria/identity/api';
import { csv } from '@isegoria/kernel/api';
import { type Cell, localeOf, type Locale, type Localized } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { groupWords } from '@isegoria/statistics/contracts';
import type { SurveyResults } from '@isegoria/surveys/contracts';
import type { FastifyReply } from 'fastify';
import { optionName } from '../answers/option-name';
import { Results, surveyFiles } from '../answers/results.service';
import type { StoredQuestion } from '../survey.schema';

interface Table {
  columns: Localized[];
  rows: Cell[][];
}

const both = (el: string, en: string): Localized => ({ el, en });
const [question, option, people, share] = [both('Ερώτηση', 'Question'), both('Απάντηση', 'Answer'), both('Άτομα', 'People'), both('Ποσοστό', 'Share')];
const margins = [both('Από', 'From'), both('Έως', 'To')];
const highest = both('Στις δύο ψηλότερες βαθμίδες', 'On the two highest steps');

/** The tables of a survey's results as CSV files, in the reader's language: what the page shows, no more. */
@Controller('survey-files')
export class SurveyFilesController {
  constructor(
    private readonly results: Results,
    private readonly organisation: Organisation,
  ) {}

  @Public()
  @Get(':id/:file')
  async file(@Param('id') id: string, @Param('file') file: string, @Query('lang') lang: unknown, @Res() reply: FastifyReply) {
    const name = surveyFiles.find((known) => `${known}.csv` === file);
    const results = name ? await this.results.of(id, null) : null;
    if (!name || !results?.files.some((one) => one.name === name)) throw new NotFoundException('There is no such file.');
    const locale = localeOf(lang);
    const { columns, rows } = name === 'questions' ? questionsTable(results, locale) : groupsTable(results, locale, new Map((await this.organisation.districts()).map((district) => [district.id, district.name])));
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}.${locale}.csv"`)
      .header('cache-control', 'public, max-age=60')
      .send(csv(columns.map((column) => column[locale]), rows));
  }
}

const questionsOf = ({ sections }: SurveyResults): Map<string, StoredQuestion> => new Map(sections.flatMap((section) => section.questions as StoredQuestion[]).map((one) => [one.id, one]));

function questionsTable(results: SurveyResults, locale: Locale): Table {
  const questions = questionsOf(results);
  return {
    columns: [question, option, people, share, ...margins, both('Πρώτη θέση', 'First place'), both('Μέση θέση', 'Mean place')],
    rows: results.questions.flatMap(({ questionId, options }) => {
      const asked = questions.get(questionId);
      return asked ? options.map((one) => [asked.text[locale], optionName(asked, one.optionId)[locale], one.people, one.share?.value ?? null, one.share?.low ?? null, one.share?.high ?? null, one.first ?? null, one.meanPlace ?? null]) : [];
    }),
  };
}

function groupsTable(results: SurveyResults, locale: Locale, districts: ReadonlyMap<string, Localized>): Table {
  const questions = questionsOf(results);
  return {
    columns: [both('Ομάδα', 'Group'), people, question, option, share, ...margins],
    rows: (results.who?.tables ?? []).flatMap(({ rows }) => rows.flatMap(({ values, isRest, people: count, opinions }) => opinions.flatMap(({ questionId, favourable }) => {
      const [id = '', optionId] = questionId.split('.');
      const asked = questions.get(id);
      return asked ? [[groupWords(values, isRest, districts)[locale], count, asked.text[locale], optionId ? optionName(asked, optionId)[locale] : highest[locale], favourable.value, favourable.low, favourable.high]] : [];
    }))),
  };
}
