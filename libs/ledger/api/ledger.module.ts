import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ActPages } from './act-pages';
import { CosignatureRecord, CosignatureSchema } from './witnesses/cosignature.schema';
import { LedgerActRecord, LedgerActSchema } from './ledger-act.schema';
import { LedgerDataset } from './ledger.dataset';
import { LedgerController } from './ledger.controller';
import { LedgerFiles } from './ledger-files';
import { LedgerKey } from './ledger-key';
import { LedgerResolver } from './ledger.resolver';
import { Ledger } from './ledger.service';
import { LedgerSources } from './ledger-sources';
import { LedgerStore } from './ledger-store';
import { goNative } from './native';
import { PublicActs } from './public-acts.service';
import { RoleChanges } from './role-changes';
import { Sequencer } from './sequencer';
import { Standing } from './standing';
import { WitnessPush } from './witnesses/witness-push';
import { Witnesses } from './witnesses/witnesses.service';

goNative();

/** The city's public log: one Merkle tree over votes and acts of power, served as tiles. */
@Module({
  imports: [
    MongooseModule.forFeature([
      { name: LedgerActRecord.name, schema: LedgerActSchema },
      { name: CosignatureRecord.name, schema: CosignatureSchema },
    ]),
  ],
  controllers: [LedgerController],
  providers: [ActPages, Ledger, LedgerDataset, LedgerFiles, LedgerKey, LedgerResolver, LedgerSources, LedgerStore, PublicActs, RoleChanges, Sequencer, Standing, WitnessPush, Witnesses],
  exports: [Ledger, LedgerSources, PublicActs],
})
export class LedgerModule {}
