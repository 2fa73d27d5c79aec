import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Seeds } from '@isegoria/kernel/api';
import { demoPopulation } from './demo-population';
import { Populations } from './populations.service';

/** The demo city's people, so that its figures can be weighed. A city that has a table keeps it. */
@Injectable()
export class StatisticsSeed implements OnModuleInit {
  constructor(
    private readonly seeds: Seeds,
    private readonly populations: Populations,
  ) {}

  onModuleInit(): void {
    this.seeds.register({ name: 'statistics', order: 15, run: () => this.run() });
  }

  async run(): Promise<void> {
    if (!(await this.populations.current())) await this.populations.save('', demoPopulation);
  }
}
