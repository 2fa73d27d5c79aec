import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ActPages } from './act-pages';
import { LedgerActRecord, LedgerActSchema } from './ledger-act.schema';
import { LedgerKey } from './ledger-key';
import { LedgerResolver } from './ledger.resolver';
import { Ledger } from './ledger.service';
import { LedgerSources } from './ledger-sources';
import { LedgerStore } from './ledger-store';
import { PublicActs } from './public-acts.service';
import { Sequencer } from './sequencer';
import { Standing } from './standing';

/** The city's public log: one Merkle tree over votes and acts of power, served as tiles. */
@Module({
  imports: [MongooseModule.forFeature([{ name: LedgerActRecord.name, schema: LedgerActSchema }])],
  providers: [ActPages, Ledger, LedgerKey, LedgerResolver, LedgerSources, LedgerStore, PublicActs, Sequencer, Standing],
  exports: [Ledger, LedgerSources, PublicActs],
})
export class LedgerModule {}
