import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Comments } from '@isegoria/comments/api';
import { Citizens } from '@isegoria/identity/api';
import { Clock, Events, Importers, type ImportReport, isThere } from '@isegoria/kernel/api';
import { Organisation } from '@isegoria/organisation/api';
import { Ballots } from '@isegoria/votes/api';
import { nothingYet } from '../nothing-yet';
import { ballotOf } from '../proposal-ballot';
import { ProposalLists } from '../proposal-lists';
import { written } from '../proposal-words';
import { Proposal } from '../proposal.schema';
import { standing } from '../standing';
import type { ImportedProposal } from './imported-record';
import { readLines } from './read-lines';

/** Nobody of this city wrote these: one account without a person, a password or an address stands for all of them. */
export const importer = { id: 'import', name: 'Εισαγωγή αρχείου · Import' };

/**
 * Proposals of another platform. A proposal is written last, after its comments and its ballot: as long as it is not there
 * nothing of it can be seen, so that a run that breaks leaves no half of it, and the next run goes on.
 */
@Injectable()
export class ProposalsImporter implements OnModuleInit {
  constructor(
    @InjectModel(Proposal.name) private readonly proposals: Model<Proposal>,
    private readonly citizens: Citizens,
    private readonly organisation: Organisation,
    private readonly comments: Comments,
    private readonly ballots: Ballots,
    private readonly lists: ProposalLists,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly importers: Importers,
  ) {}

  onModuleInit(): void {
    const help = 'JSON lines: one proposal with its comments a line (libs/proposals/README.md has the fields), or the lines of the Decide Madrid 2019 release.';
    this.importers.register({ name: 'proposals', help, run: (text, report) => this.run(text, report) });
  }

  async run(text: string, report: ImportReport): Promise<void> {
    const records = readLines(text, report);
    report.total(records.reduce((sum, { comments }) => sum + 1 + comments.length, 0));
    await this.nobody();
    for (const record of records) await this.bring(record, report);
    this.lists.changed();
  }

  /** The account that stands for all who wrote elsewhere. It is made once, also by two imports at a time. */
  private async nobody(): Promise<void> {
    if (await this.citizens.find(importer.id)) return;
    await this.citizens.create(importer).catch((error: unknown) => {
      if (!isThere(error)) throw error;
    });
    this.citizens.forget(importer.id);
  }

  private async bring(record: ImportedProposal, report: ImportReport): Promise<void> {
    const why = await this.unknown(record);
    if (why) return report.refused(`proposal ${idAtSource(record)}`, why);
    const { id, comments } = record;
    const at = record.publishedAt ?? this.clock.now();
    const said = comments.map((comment) => ({ ...comment, subject: { kind: 'proposal', id }, authorId: importer.id, at: comment.at ?? at }));
    const { added, unchanged } = await this.comments.importMany(said);
    await this.ballots.open(ballotOf(id));
    await this.write(record, at, report);
    for (let one = 0; one < added; one++) report.added();
    for (let one = 0; one < unchanged; one++) report.unchanged();
  }

  private async write(record: ImportedProposal, at: Date, report: ImportReport): Promise<void> {
    const { id: _id, source, title, text, lang, category = null, district = null, place, comments } = record;
    const words = written(title, text);
    const known = await this.proposals.findOne({ source }, { title: 1, text: 1 }).lean<Proposal>().exec();
    if (known) {
      if (known.title === words.title && known.text === words.text) return report.unchanged();
      await this.proposals.updateOne({ source }, { $set: { ...words, editedAt: this.clock.now() } }).exec();
      return report.changed();
    }
    const department = category ? await this.organisation.departmentFor(category) : null;
    const where = place ? { label: place.label, lat: place.lat ?? null, lng: place.lng ?? null } : null;
    const counted = { argumentsFor: count(comments, 'FOR'), argumentsAgainst: count(comments, 'AGAINST') };
    const moments = { createdAt: at, touchedAt: at, submittedAt: at, publishedAt: at, activeAt: at };
    const open = standing({ publication: 'public', visibility: 'visible', answered: 'NONE' });
    await this.proposals.create({
      ...nothingYet, ...words, ...moments, ...open, ...counted,
      _id, source, lang, category, district, place: where, pictures: [], authorId: importer.id, departmentId: department?.id ?? null, processId: null,
    });
    await this.events.publish('contributions.imported', { contributions: [{ item: { kind: 'proposal', id: _id }, authorId: importer.id, at }] });
    report.added();
  }

  private async unknown({ category, district }: ImportedProposal): Promise<string | null> {
    if (category && !(await this.organisation.category(category))) return `there is no category ${category}`;
    if (district && !(await this.organisation.district(district))) return `there is no district ${district}`;
    return null;
  }
}

function count(comments: ImportedProposal['comments'], side: 'FOR' | 'AGAINST'): number {
  return comments.filter(({ alignment, parentId }) => alignment === side && !parentId).length;
}

/** What whoever made the file knows the record by. */
const idAtSource = ({ source }: ImportedProposal): string => source.slice(source.indexOf(':') + 1);
