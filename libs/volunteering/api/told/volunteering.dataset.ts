import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { batchesOf, Datasets, placedRows, publicUrl } from '@isegoria/kernel/api';
import type { RowOf } from '@isegoria/kernel/contracts';
import { volunteerCallFields, volunteerShiftFields } from '@isegoria/volunteering/contracts';
import type { Model } from 'mongoose';
import { callPath, VolunteerCall } from '../volunteer-call.schema';
import { publicOnes, VolunteerViews } from '../volunteer-views';

const urlOf = (id: string): string => `${publicUrl()}${callPath(id)}`;

/** Hands calls for volunteers and their shifts in as public data: numbers, and nobody's name. */
@Injectable()
export class VolunteeringDataset implements OnModuleInit {
  constructor(
    @InjectModel(VolunteerCall.name) private readonly calls: Model<VolunteerCall>,
    private readonly views: VolunteerViews,
    private readonly datasets: Datasets,
  ) {}

  onModuleInit(): void {
    const common = { keywords: { el: ['εθελοντισμός', 'συμπαραγωγή'], en: ['volunteering', 'co-production'] }, themes: ['SOCI'], page: '/volunteering' } as const;
    const batches = (after: string | null) => batchesOf(this.calls, publicOnes(), after);
    this.datasets.register({
      ...common, id: 'volunteering', order: 34, fields: volunteerCallFields, key: ['id'],
      title: { el: 'Δράσεις εθελοντισμού', en: 'Calls for volunteers' },
      description: { el: 'Δράσεις που κάνουν οι κάτοικοι μαζί με τον δήμο: πού και πότε, πόσες θέσεις και πόσες δηλώσεις, πόσοι ήρθαν και πόσο χρόνο έδωσαν. Χωρίς ονόματα.', en: 'What residents do together with the municipality: where and when, how many places and offers, how many came and how much time they gave. Without names.' },
      rows: (after) => placedRows(batches(after?.id ?? null), { idOf: ({ _id }) => _id, view: (batch) => this.callRows(batch), after }),
    });
    this.datasets.register({
      ...common, id: 'volunteer-shifts', order: 34, fields: volunteerShiftFields, key: ['id'],
      title: { el: 'Βάρδιες εθελοντών', en: 'Shifts of volunteers' },
      description: { el: 'Οι βάρδιες κάθε δράσης: τι γίνεται, πόσοι χωρούν, πόσοι έχουν θέση και πόσοι ήρθαν. Χωρίς ονόματα.', en: 'The shifts of each call: what is done, how many there is room for, how many have a place and came. Without names.' },
      rows: (after) => placedRows(batches(after?.id ?? null), { idOf: ({ _id }) => _id, view: (batch) => this.shiftRows(batch), after }),
    });
  }

  private async callRows(batch: readonly VolunteerCall[]): Promise<RowOf<typeof volunteerCallFields>[][]> {
    return (await this.views.of(batch, null)).map(({ id, stage, title, isByCitizen, department, category, district, place, startsAt, endsAt, places, registered, report, isDemo }) => [
      {
        id, stage, titleEl: title.el, titleEn: title.en, isByCitizen, department: department?.id ?? null, category: category?.id ?? null, district: district?.id ?? null, place: place.label, startsAt: startsAt ?? null, endsAt: endsAt ?? null, places, offered: registered, people: report?.people ?? null, minutes: report?.minutes ?? null,
        reportedAt: report?.at ?? null, isDemo, url: urlOf(id),
      },
    ]);
  }

  private async shiftRows(batch: readonly VolunteerCall[]): Promise<RowOf<typeof volunteerShiftFields>[][]> {
    return (await this.views.of(batch, null)).map(({ id: call, shifts }) =>
      shifts.map(({ id, task, startsAt, endsAt, minimum, places, registered, waiting, came, isStepFree, isForChildren, cancellation }) => ({ id, call, task, startsAt: startsAt ?? null, endsAt, minimum, places, offered: registered, waiting, came: came ?? null, isStepFree, isForChildren, isCancelled: cancellation !== null, url: urlOf(call) })),
    );
  }
}
