export { ProposalRow, type ProposalRowProps } from './proposal-row';
export { StatusTag } from './status-tag';
