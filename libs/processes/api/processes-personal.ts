import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { both, nothingToForget, type Person, PersonalData, staysAsAct } from '@isegoria/identity/api';
import { PhaseChangeRecord } from './process.schema';

/** What an administrator did to processes. */
@Injectable()
export class ProcessesPersonal implements OnModuleInit {
  constructor(
    @InjectModel(PhaseChangeRecord.name) private readonly changes: Model<PhaseChangeRecord>,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'phaseChanges',
      about: both('Αλλαγές σε διαδικασίες και στις φάσεις τους που έκανες', 'Changes of processes and their phases that you made'),
      leaving: staysAsAct,
      keys: {
        processId: both('Η διαδικασία', 'The process'),
        act: both('Τι έκανες', 'What you did'),
        phase: both('Η φάση', 'The phase'),
        items: both('Τι άλλαξε', 'What was changed'),
        at: both('Πότε', 'When'),
      },
      entries: (person) => this.of(person),
      forget: nothingToForget,
    });
  }

  private async *of({ id: by }: Person) {
    for await (const { processId, act = 'phase_changed', phaseName: phase = null, items, at } of this.changes.find({ by }).lean<PhaseChangeRecord>().cursor()) yield { processId, act, phase, items, at };
  }
}
