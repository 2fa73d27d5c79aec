export { Ledger } from './ledger.service';
export { LedgerModule } from './ledger.module';
export { type LedgerSource, LedgerSources, type SourceStep } from './ledger-sources';
export { goNative } from './native';
export { PublicActs, type PublicActSaid } from './public-acts.service';
