import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Citizens } from '@isegoria/identity/api';
import { Seeds } from '@isegoria/kernel/api';
import { EACH } from '@isegoria/reports/contracts';
import { Subscriptions } from './mailing/subscriptions.service';

/** Who of the demo city gets which report: the first comes next Monday, and the day before the coming sitting. */
const asked = [
  { email: 'council@isegoria.example', kind: 'figures', id: 'council', rhythm: 'weekly' },
  { email: 'clerk@isegoria.example', kind: 'sitting', id: EACH, rhythm: 'before_sitting' },
] as const;

/** Reports that the demo city's council gets by mail. Asked for twice they are one. */
@Injectable()
export class ReportsSeed implements OnModuleInit {
  constructor(
    private readonly citizens: Citizens,
    private readonly subscriptions: Subscriptions,
    private readonly seeds: Seeds,
  ) {}

  onModuleInit(): void {
    this.seeds.register({ name: 'reports', order: 95, run: () => this.run() });
  }

  private async run(): Promise<void> {
    const people = await this.citizens.byEmails(asked.map(({ email }) => email));
    for (const { email, kind, id, rhythm } of asked) {
      const citizen = people.get(email);
      if (citizen) await this.subscriptions.subscribe(citizen, kind, id, rhythm);
    }
  }
}
