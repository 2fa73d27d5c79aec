import { Args, Query, Resolver } from '@nestjs/graphql';
import { Public } from '@isegoria/identity/api';
import type { InclusionProof, LedgerActPage, Ledger as LedgerNow } from '@isegoria/ledger/contracts';
import { ActPages } from './act-pages';
import { Ledger } from './ledger.service';
import { Standing } from './standing';

@Resolver()
export class LedgerResolver {
  constructor(
    private readonly standing: Standing,
    private readonly acts: ActPages,
    private readonly proofs: Ledger,
  ) {}

  @Public()
  @Query()
  ledger(): Promise<LedgerNow> {
    return this.standing.now();
  }

  @Public()
  @Query()
  ledgerActs(@Args('first') first?: number, @Args('after') after?: string): Promise<LedgerActPage> {
    return this.acts.page({ first, after });
  }

  @Public()
  @Query()
  ledgerProof(@Args('leafHash') leafHash: string): Promise<InclusionProof | null> {
    return this.proofs.proofOf(leafHash);
  }
}
