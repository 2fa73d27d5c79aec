export { logFiles } from './log-files';
export { checkReceipt, ReceiptCheck } from './receipt-check';
