export { logFiles } from './log-files';
export { recalled } from './memory';
export { checkReceipt, ReceiptCheck } from './receipt-check';
