export { checkReceipt, ReceiptCheck } from './receipt-check';
