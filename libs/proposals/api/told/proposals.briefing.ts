import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Briefings, type CityText, CityTexts, column, Participation, type SubjectCard, type Turnout } from '@isegoria/kernel/api';
import type { DocumentPart, Localized, Subject } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { askedStatuses, statusOfOne } from '@isegoria/proposals/contracts';
import type { Model } from 'mongoose';
import { Proposal } from '../proposal.schema';

const SHOWN = 10;
const BATCH = 500;

/** What proposals tell those who decide and those who count: what was asked and how it stands, the texts, who wrote. Only listed ones. */
@Injectable()
export class ProposalsBriefing implements OnModuleInit {
  constructor(
    @InjectModel(Proposal.name) private readonly proposals: Model<Proposal>,
    private readonly organisation: Organisation,
    private readonly briefings: Briefings,
    private readonly texts: CityTexts,
    private readonly participation: Participation,
  ) {}

  onModuleInit(): void {
    this.briefings.register({ name: 'proposals', order: 10, parts: (subjects) => this.parts(subjects) });
    this.texts.register({ kind: 'proposal', read: (subjects) => this.read(subjects), byIds: (ids) => this.textsOf(ids) });
    this.participation.register({ name: 'proposals', turnouts: (processIds) => this.turnouts(processIds), authors: (since) => this.authors(since) });
  }

  private async parts(subjects: readonly SubjectCard[]): Promise<DocumentPart[]> {
    const about = aboutOf(subjects);
    if (!about) return [];
    const filter = { listed: true, ...about };
    const [found, [sums], districts] = await Promise.all([
      this.proposals.find(filter, { text: 0, terms: 0, titleTerms: 0 }).sort({ supports: -1, _id: -1 }).limit(SHOWN).lean<Proposal[]>().exec(),
      this.proposals.aggregate<{ proposals: number; supports: number }>([{ $match: filter }, { $group: { _id: null, proposals: { $sum: 1 }, supports: { $sum: '$supports' } } }]).exec(),
      this.organisation.districts(),
    ]);
    if (found.length === 0 || !sums) return [];
    const names = new Map<string | null, Localized>(districts.map(({ id, name }) => [id, name]));
    return [
      {
        id: 'proposals.asked',
        title: { el: 'Τι πρότειναν οι πολίτες', en: 'What citizens proposed' },
        lead: sums.proposals > found.length ? { el: `Οι ${found.length} με τις περισσότερες στηρίξεις, από ${sums.proposals}.`, en: `The ${found.length} with most support, of ${sums.proposals}.` } : null,
        measures: [
          { id: 'proposals', label: { el: 'Προτάσεις', en: 'Proposals' }, value: sums.proposals },
          { id: 'supports', label: { el: 'Στηρίξεις', en: 'Supports' }, value: sums.supports },
        ],
        tables: [{ ...table, rows: found.map((proposal) => rowOf(proposal, names)) }],
        lines: [],
      },
    ];
  }

  private async *read(subjects: readonly Subject[] | null): AsyncGenerator<CityText[]> {
    const about = subjects === null ? {} : aboutOf(subjects);
    if (!about) return;
    for (let last = ''; ; ) {
      const found = await this.proposals.find({ $and: [{ listed: true, _id: { $gt: last } }, about] }, textFields).sort({ _id: 1 }).limit(BATCH).lean<Proposal[]>().exec();
      if (found.length === 0) return;
      last = found.at(-1)?._id ?? '';
      yield found.map(textOf);
    }
  }

  private async textsOf(ids: readonly string[]): Promise<CityText[]> {
    return (await this.proposals.find({ _id: { $in: [...ids] }, listed: true }, textFields).lean<Proposal[]>().exec()).map(textOf);
  }

  /** People who began a proposal in each process, drafts too, and those of them whose proposal was published: one that goes on as part of another was. */
  private async turnouts(processIds: readonly string[]): Promise<Map<string, Turnout>> {
    const counted = await this.proposals
      .aggregate<{ _id: string; began: number; finished: number }>([
        { $match: { processId: { $in: [...processIds] } } },
        { $group: { _id: { processId: '$processId', authorId: '$authorId' }, isListed: { $max: { $or: ['$listed', { $eq: ['$status', 'MERGED'] }] } } } },
        { $group: { _id: '$_id.processId', began: { $sum: 1 }, finished: { $sum: { $cond: ['$isListed', 1, 0] } } } },
      ])
      .exec();
    return new Map(counted.map(({ _id, began, finished }) => [_id, { began, finished, what }]));
  }

  private authors(since: Date): Promise<string[]> {
    return this.proposals.distinct('authorId', { listed: { $in: [true, false] }, status: { $in: [...askedStatuses] }, publishedAt: { $gte: since } }).exec();
  }
}

/** A proposal is asked for by its id, all those of a process by the process; null where the subjects are neither. */
function aboutOf(subjects: readonly Subject[]) {
  const ids = (kind: string) => subjects.filter((subject) => subject.kind === kind).map(({ id }) => id);
  const [proposals, processes] = [ids('proposal'), ids('process')];
  if (proposals.length === 0 && processes.length === 0) return null;
  if (processes.length === 0) return { _id: { $in: proposals } };
  return { $or: [{ _id: { $in: proposals } }, { processId: { $in: processes } }] };
}

const what: Localized = { el: 'άρχισαν πρόταση → δημοσιεύτηκε', en: 'began a proposal → it was published' };

const textFields = { title: 1, text: 1, supports: 1 };

const textOf = ({ _id: id, title, text, supports }: Proposal): CityText => ({ id, text: `${title}\n${text}`, path: `/proposals/${id}`, about: `proposal:${id}`, weight: supports });

const table = {
  id: 'proposals',
  title: { el: 'Προτάσεις', en: 'Proposals' },
  note: null,
  chart: 'none' as const,
  columns: [
    column('title', 'text', 'Πρόταση', 'Proposal'),
    column('status', 'text', 'Κατάσταση', 'Status'),
    column('district', 'text', 'Περιοχή', 'District'),
    column('supports', 'number', 'Στηρίξεις', 'Supports'),
    column('for', 'number', 'Υπέρ', 'For'),
    column('against', 'number', 'Κατά', 'Against'),
    column('due', 'date', 'Απάντηση ως', 'Answer by'),
    column('path', 'text', 'Σελίδα', 'Page'),
  ],
};

function rowOf({ _id, title, answered, district, supports, argumentsFor, argumentsAgainst, answerDueAt }: Proposal, names: ReadonlyMap<string | null, Localized>) {
  const isAnswered = answered !== 'NONE' && answered !== 'UNDER_EVALUATION';
  return {
    title, supports, status: statusOfOne[answered === 'NONE' ? 'OPEN' : answered], district: names.get(district) ?? null,
    for: argumentsFor, against: argumentsAgainst, due: isAnswered ? null : answerDueAt, path: `/proposals/${_id}`,
  };
}
