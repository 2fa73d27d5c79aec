export { ProposalLists } from './proposal-lists';
export { ProposalsModule } from './proposals.module';
export { ProposalsSeed } from './seed/proposals.seed';
