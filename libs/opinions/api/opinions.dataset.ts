import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { batchesOf, type DatasetFile, Datasets, placedRows, publicUrl, type RowPlace } from '@isegoria/kernel/api';
import { type Localized, parseSubject, type RowOf, type Subject } from '@isegoria/kernel/contracts';
import { opinionFields, type OpinionFinding } from '@isegoria/opinions/contracts';
import type { Conversation } from './format/conversation';
import { writeFile } from './format/write-folder';
import { MapRecord, StatementRecord } from './opinion.schema';
import { OpinionPages } from './opinion-pages';
import { OpinionsExport } from './opinions-export';

/** The files of a Polis export that hold no person: whose answers stand together may be known by them (decision 003). */
const openFiles = ['summary.csv', 'comments.csv'] as const;

type Row = RowOf<typeof opinionFields>;

/** Hands in as public data what the maps of opinions show. */
@Injectable()
export class OpinionsDataset implements OnModuleInit {
  constructor(
    @InjectModel(MapRecord.name) private readonly maps: Model<MapRecord>,
    @InjectModel(StatementRecord.name) private readonly statements: Model<StatementRecord>,
    private readonly pages: OpinionPages,
    private readonly exports: OpinionsExport,
    private readonly datasets: Datasets,
  ) {}

  onModuleInit(): void {
    this.datasets.register({
      id: 'opinions',
      order: 80,
      title: { el: 'Γνώμες και ομάδες', en: 'Opinions and groups' },
      description: {
        el: 'Σύντομες θέσεις, πόσοι συμφωνούν και διαφωνούν συνολικά και ανά ομάδα, και πού συμφωνούν όλοι. Τα αρχεία comments και summary έχουν τη μορφή εξαγωγής του Polis. Απαντήσεις ανά πρόσωπο δεν δημοσιεύονται.',
        en: 'Short statements, how many agree and disagree in all and by group, and where all agree. The files comments and summary are in the export format of Polis. Answers by person are not published.',
      },
      keywords: { el: ['γνώμες', 'σύγκλιση', 'Polis'], en: ['opinions', 'consensus', 'Polis'] },
      themes: ['SOCI', 'GOVE'],
      page: '/processes',
      fields: opinionFields,
      key: ['statement', 'group'],
      rows: (after) => this.rows(after),
      files: () => this.files(),
    });
  }

  private async *rows(after: RowPlace | null) {
    for await (const batch of batchesOf(this.maps, {}, after?.id ?? null)) {
      yield* placedRows(batch.map((map) => [map]), { idOf: ({ _id }) => _id, view: async ([map]) => [map ? await this.rowsOf(map._id) : []], after });
    }
  }

  /** The page's own answer; of it what is public at this moment, for a map may be some seconds older. */
  private async rowsOf(key: string): Promise<Row[]> {
    const subject = parseSubject(key);
    const opinions = subject && (await this.pages.opinions(subject, null));
    if (!subject || !opinions?.map) return [];
    const isPublic = new Set((await this.statements.find({ subject: key, visibility: 'public' }, { _id: 1 }).lean<{ _id: string }[]>().exec()).map(({ _id }) => _id));
    return opinions.map.findings.filter(({ statement }) => isPublic.has(statement)).flatMap((finding) => findingRows(subject, finding));
  }

  private async files(): Promise<DatasetFile[]> {
    const files: DatasetFile[] = [];
    for await (const batch of batchesOf(this.maps, {}, null)) {
      for (const { _id } of batch) {
        const subject = parseSubject(_id);
        const opinions = subject && (await this.pages.opinions(subject, null));
        if (subject && opinions?.map) files.push(...openFiles.map((file) => this.file(subject, opinions.title, file)));
      }
    }
    return files;
  }

  private file(subject: Subject, title: Localized, file: (typeof openFiles)[number]): DatasetFile {
    const read = async () => {
      const conversation = await this.exports.conversation(subject);
      if (!conversation) throw new Error(`${subject.kind}:${subject.id} is not public any more`);
      return writeFile(publicPart(conversation), file);
    };
    return { name: `${subject.kind}.${subject.id}.${file}`.toLowerCase(), title: { el: `${title.el} (${file})`, en: `${title.en} (${file})` }, mediaType: 'text/csv', format: 'POLIS', read };
  }
}

/** Only statements that everybody reads, under the numbers that they have among all. */
function publicPart(conversation: Conversation): Conversation {
  return { ...conversation, statements: conversation.statements.filter(({ moderated }) => moderated === 1) };
}

function findingRows({ kind, id }: Subject, { statement, text, agrees, disagrees, passes, agreement, disagreement, groups }: OpinionFinding): Row[] {
  const said = { statement, subjectKind: kind, subject: id, text, url: `${publicUrl()}/opinions/${kind}/${id}` };
  const ofGroups = groups.map((count) => ({ ...said, group: String.fromCharCode(65 + count.group), agrees: count.agrees, disagrees: count.disagrees, passes: count.passes, agreement: null, disagreement: null }));
  return [{ ...said, group: 'all', agrees, disagrees, passes, agreement, disagreement }, ...ofGroups];
}
