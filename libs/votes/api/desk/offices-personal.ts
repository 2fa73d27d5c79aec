import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { both, nothingToForget, type Person, PersonalData, staysAsAct } from '@isegoria/identity/api';
import { ownPerson } from '@isegoria/identity/contracts';
import { gathered } from '@isegoria/kernel/api';
import { Box } from '../sealed/box.schema';
import { DeskEntry } from './desk-entry.schema';
import { MemberChangeRecord, MemberListRecord } from '../electorate/member-list.schema';
import { MemberStore } from '../electorate/member-store';
import { TrusteesLeaving } from '../sealed/trustees-leaving';

/** Which lists a person is on, and what they did for votes in an office: lists changed, slips entered, shares kept. */
@Injectable()
export class OfficesPersonal implements OnModuleInit {
  constructor(
    @InjectModel(MemberListRecord.name) private readonly lists: Model<MemberListRecord>,
    @InjectModel(MemberChangeRecord.name) private readonly changes: Model<MemberChangeRecord>,
    @InjectModel(DeskEntry.name) private readonly entries: Model<DeskEntry>,
    @InjectModel(Box.name) private readonly boxes: Model<Box>,
    private readonly members: MemberStore,
    private readonly trusteesLeaving: TrusteesLeaving,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'memberLists',
      about: both('Κατάλογοι μελών στους οποίους είσαι', 'Lists of members that you are on'),
      leaving: both('Βγαίνεις από αυτούς. Αν μπήκες με τον ΑΦΜ σου, μένεις ως ο άνθρωπος του μητρώου, και όχι ως λογαριασμός.', 'You are taken off them. Whom a tax number put there stays as the person of the register, and not as an account.'),
      keys: { id: both('Ο αριθμός του', 'Its number'), title: both('Ο τίτλος του', 'Its title') },
      entries: (person) => this.listsOf(person),
      forget: ({ id }) => this.members.forget(`${ownPerson}${id}`),
    });
    this.personalData.register({
      name: 'votesWork',
      about: both('Ό,τι έκανες για ψηφοφορίες από θέση ευθύνης: κατάλογοι, ψήφοι της θυρίδας, μερίδια κλειδιών', 'What you did for ballots in an office: lists, votes of the desk, shares of keys'),
      leaving: staysAsAct,
      keys: {
        what: both('list: αλλαγή καταλόγου, desk: καταχώριση ψήφου, box: μερίδιο κλειδιού', 'list: a list changed, desk: a vote entered, box: a share of a key'),
        about: both('Ποιος κατάλογος ή ποια ψηφοφορία', 'Which list or ballot'),
        at: both('Πότε', 'When'),
        added: both('Πόσοι μπήκαν', 'How many were put on'),
        removed: both('Πόσοι βγήκαν', 'How many were taken off'),
        slip: both('Ο αριθμός του δελτίου', 'The slip’s number'),
      },
      entries: (person) => this.workOf(person),
      warnings: ({ id }) => this.trusteesLeaving.warnings(id),
      forget: nothingToForget,
    });
  }

  private async *listsOf({ personId }: Person) {
    for await (const portion of gathered(this.lists.find({}, { title: 1 }).lean<MemberListRecord>().cursor())) {
      const on = new Set(await this.members.listsOf(personId, portion.map(({ _id }) => _id)));
      for (const { _id: id, title } of portion) if (on.has(id)) yield { id, title };
    }
  }

  private async *workOf({ id }: Person) {
    for await (const { list, at, added, removed } of this.changes.find({ by: id }).lean<MemberChangeRecord>().cursor()) yield { what: 'list', about: list, at, added, removed };
    for await (const { ballotId, slip } of this.entries.find({ $or: [{ 'readings.by': id }, { countedBy: id }] }).lean<DeskEntry>().cursor()) yield { what: 'desk', about: ballotId, slip };
    for await (const { _id } of this.boxes.find({ 'trustees.citizenId': id }, { _id: 1 }).lean<Box>().cursor()) yield { what: 'box', about: _id };
  }
}
