import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Datasets, type Seed, type SeedContext, Seeds } from '@isegoria/kernel/api';
import { Dumps } from './files/dumps.service';

/** Writes the first night's files of a demo city, after all the others have filled it. */
@Injectable()
export class OpenDataSeed implements Seed, OnModuleInit {
  readonly name = 'open-data';
  readonly order = 900;

  constructor(
    private readonly seeds: Seeds,
    private readonly datasets: Datasets,
    private readonly dumps: Dumps,
  ) {}

  onModuleInit(): void {
    this.seeds.register(this);
  }

  async run({ progress }: SeedContext): Promise<void> {
    const all = this.datasets.inOrder();
    for (const [at, dataset] of all.entries()) {
      await this.dumps.write(dataset);
      progress('open data', at + 1, all.length);
    }
  }
}
