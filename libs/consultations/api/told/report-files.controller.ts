import { Controller, Get, NotFoundException, Param, Query, Res } from '@nestjs/common';
import type { ConsultationReport } from '@isegoria/consultations/contracts';
import { Public } from '@isegoria/identity/api';
import { csv } from '@isegoria/kernel/api';
import { type Cell, localeOf, type Localized } from '@isegoria/kernel/contracts';
import type { FastifyReply } from 'fastify';
import { reportFiles, Reports } from './reports.service';

type Table = { columns: Localized[]; rows: (locale: 'el' | 'en') => Cell[][] };

const both = (el: string, en: string): Localized => ({ el, en });
const outcomes: Record<string, Localized> = {
  kept: both('Μένει όπως ήταν', 'Kept'), changed: both('Άλλαξε', 'Changed'), removed: both('Αφαιρέθηκε', 'Removed'),
  adopted: both('Δεκτή', 'Adopted'), partly: both('Δεκτή εν μέρει', 'Adopted in part'), notAdopted: both('Δεν έγινε δεκτή', 'Not adopted'),
};
const article = both('Άρθρο', 'Article');
const title = both('Τίτλος', 'Title');
const reason = both('Αιτιολογία', 'Reason');
const stances = [both('Συμφωνώ', 'Agree'), both('Συμφωνώ με αλλαγές', 'Agree with changes'), both('Διαφωνώ', 'Disagree')];

/** The tables of a consultation's report as CSV files, in the reader's language. Without who wrote what. */
@Controller('consultation-files')
export class ReportFilesController {
  constructor(private readonly reports: Reports) {}

  @Public()
  @Get(':id/:file')
  async file(@Param('id') id: string, @Param('file') file: string, @Query('lang') lang: unknown, @Res() reply: FastifyReply) {
    const name = reportFiles.find((known) => `${known}.csv` === file);
    const report = name ? await this.reports.of(id, null) : null;
    if (!name || !report) throw new NotFoundException('There is no such file.');
    const locale = localeOf(lang);
    const { columns, rows } = tables[name](report);
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}.${locale}.csv"`)
      .header('cache-control', 'public, max-age=60')
      .send(csv(columns.map((column) => column[locale]), rows(locale)));
  }
}

const tables: Record<(typeof reportFiles)[number], (report: ConsultationReport) => Table> = {
  articles: ({ articles }) => ({
    columns: [article, title, ...stances, both('Επιχειρήματα', 'Arguments'), both('Προτάσεις αλλαγής', 'Amendments'), both('Τι ακούσαμε', 'What we heard'), both('Τι κάναμε', 'What we did'), reason],
    rows: (locale) => articles.map(({ label, title: name, stances: { agree, withChanges, disagree }, arguments: said, amendments, answer }) => [
      label, name, agree, withChanges, disagree, said.total, amendments, answer?.heard ?? null, answer ? (outcomes[answer.outcome]?.[locale] ?? null) : null, answer?.reason ?? null,
    ]),
  }),
  amendments: ({ amendmentList }) => ({
    columns: [article, title, both('Πρόταση', 'Amendment'), both('Γιατί', 'Why'), both('Στηρίζουν', 'Supports'), both('Τι έγινε', 'Outcome'), reason],
    rows: (locale) => amendmentList.map(({ articleLabel, articleTitle, isRemoval, text, reason: why, supports, reply }) => [
      articleLabel, articleTitle, isRemoval ? both('Να αφαιρεθεί το άρθρο', 'Leave the article out')[locale] : text, why, supports, reply ? (outcomes[reply.outcome]?.[locale] ?? null) : null, reply?.reason ?? null,
    ]),
  }),
  stances: ({ articles }) => ({
    columns: [article, title, ...stances, both('Πήραν θέση', 'Took a stance')],
    rows: () => articles.map(({ label, title: name, stances: { agree, withChanges, disagree, people } }) => [label, name, agree, withChanges, disagree, people]),
  }),
};
