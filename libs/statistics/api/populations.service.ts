import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { both, Citizens, nothingToForget, type Person, PersonalData, staysAsAct } from '@isegoria/identity/api';
import { Clock, Events, Kept, newId, plain } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { type ImportPopulationResult, type Population, populationForm, type PopulationNote, type PopulationShares, readPopulation, type SavePopulationResult } from '@isegoria/statistics/contracts';
import { PopulationRecord } from './population.schema';

/** The city's people as it last counted them, and as it did before. */
@Injectable()
export class Populations implements OnModuleInit {
  private readonly newest = new Kept(() => this.readNewest(), 10_000);

  constructor(
    @InjectModel(PopulationRecord.name) private readonly records: Model<PopulationRecord>,
    private readonly citizens: Citizens,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'populations',
      about: both('Πίνακες πληθυσμού που έσωσες', 'Tables of the city’s people that you saved'),
      leaving: staysAsAct,
      keys: { source: both('Η πηγή', 'The source'), asOf: both('Σε ποια ημερομηνία', 'As of which date'), at: both('Πότε τον έσωσες', 'When you saved it') },
      entries: (person) => this.savedBy(person),
      forget: nothingToForget,
    });
  }

  /** The table that holds now; null in a city that has none. */
  current(): Promise<PopulationRecord | null> {
    return this.newest.get();
  }

  async one(id?: string | null): Promise<Population | null> {
    const found = id ? await this.records.findById(id).lean<PopulationRecord>().exec() : await this.current();
    if (!found) return null;
    const { _id, by, ...table } = found;
    const cards = await this.citizens.cards(by ? [by] : []);
    return { id: _id, ...table, byName: cards.get(by)?.name ?? '' };
  }

  async list(): Promise<PopulationNote[]> {
    const found = await this.records.find({}, { source: 1, asOf: 1 }).sort({ _id: -1 }).limit(100).lean<PopulationRecord[]>().exec();
    return found.map(({ _id: id, source, asOf }) => ({ id, source, asOf }));
  }

  async save(by: string, table: PopulationShares): Promise<SavePopulationResult> {
    const wanted = { ...table, source: plain(table.source) };
    const problems = problemsOf(populationForm, wanted);
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const { source, asOf, ages, districts } = wanted;
    const at = this.clock.now();
    const record = { _id: newId(at), source, asOf, ages: ages.map(({ ageBand, gender, people }) => ({ ageBand, gender, people })), districts: districts.map(({ districtId, people }) => ({ districtId, people })), by, at };
    await this.records.collection.insertOne(record as never);
    this.newest.drop();
    await this.events.publish('population.changed', { populationId: record._id, at });
    const population = await this.one(record._id);
    if (!population) throw new Error('A table that was saved is not there.');
    return { __typename: 'PopulationSaved', population };
  }

  async import(by: string, csv: string): Promise<ImportPopulationResult> {
    const table = readPopulation(csv.slice(0, 200_000));
    return 'line' in table ? { __typename: 'UnreadableLine', line: table.line } : this.save(by, table);
  }

  /** A city has a handful of them. */
  private async *savedBy({ id }: Person) {
    for await (const { source, asOf, at } of this.records.find({ by: id }, { source: 1, asOf: 1, at: 1 }).lean<PopulationRecord>().cursor()) yield { source, asOf, at };
  }

  private async readNewest(): Promise<PopulationRecord | null> {
    return this.records.findOne().sort({ _id: -1 }).lean<PopulationRecord>().exec();
  }
}
