import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { both, type Person, PersonalData } from '@isegoria/identity/api';
import { Subjects } from '@isegoria/kernel/api';
import { parseSubject } from '@isegoria/kernel/contracts';
import { FileRecord } from './file.schema';

/** The pictures that a person uploaded: where something public shows them they stay with it, the others go. */
@Injectable()
export class FilesPersonal implements OnModuleInit {
  constructor(
    @InjectModel(FileRecord.name) private readonly records: Model<FileRecord>,
    private readonly subjects: Subjects,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'pictures',
      about: both('Οι εικόνες που ανέβασες· τις κατεβάζεις από τη διεύθυνσή τους όσο είσαι συνδεδεμένος', 'The pictures that you uploaded; they can be fetched at their address while you are signed in'),
      leaving: both('Όσες δείχνει κάτι δημόσιο μένουν μαζί του, χωρίς να λένε ποιος τις ανέβασε. Οι άλλες σβήνονται μέσα στην ημέρα.', 'Those that something public shows stay with it and do not say who uploaded them. The others are erased within the day.'),
      keys: {
        url: both('Διεύθυνση', 'Address'),
        alt: both('Τι δείχνει', 'What it shows'),
        width: both('Πλάτος σε εικονοστοιχεία', 'Width in pixels'),
        height: both('Ύψος σε εικονοστοιχεία', 'Height in pixels'),
        subject: both('Πού ανήκει', 'What it belongs to'),
        title: both('Ο τίτλος αυτού, αν μπορείς να το δεις', 'That thing’s title, where you may see it'),
        path: both('Η σελίδα του', 'Its page'),
        createdAt: both('Πότε ανέβηκε', 'When it was uploaded'),
      },
      entries: (person) => this.of(person),
      forget: (person) => this.forget(person),
    });
  }

  private async *of({ id: ownerId }: Person) {
    const found = this.records.find({ ownerId }).lean<FileRecord>().cursor();
    for await (const [{ _id, alt, width, height, subject, createdAt }, name] of this.subjects.named(ownerId, found, (record) => record.subject)) yield { url: `/files/${_id}`, alt, width, height, subject, ...name, createdAt };
  }

  /** Loose since for ever: the next sweep takes the record and, where nobody else has uploaded the same, the bytes. */
  private async forget({ id: ownerId }: Person): Promise<void> {
    for await (const { _id, subject } of this.records.find({ ownerId }).lean<FileRecord>().cursor()) {
      const about = subject ? parseSubject(subject) : null;
      const isShown = about ? ((await this.subjects.card(about))?.isPublic ?? false) : false;
      await this.records.updateOne({ _id }, { $set: { ownerId: '', ...(isShown ? {} : { subject: null, alt: '', looseSince: new Date(0) }) } }).exec();
    }
  }
}
