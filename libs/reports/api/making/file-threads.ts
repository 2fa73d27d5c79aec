import { Injectable } from '@nestjs/common';
import { ThreadPool } from '@isegoria/kernel/api';
import { reportsEnv } from '../reports.env';
import code from './file.thread?thread';
import type { FileOrder } from './make-file';

/** The longest agenda that there may be (60 items), four long parts on each, took one minute on a slow, busy core; what takes three times as long never ends. */
const LONGEST_MS = 180_000;
/** That agenda ran out of 96 and not of 256. */
const HEAP_MEGABYTES = 512;

/** The threads that draw PDFs and write workbooks. See decisions/004. */
@Injectable()
export class FileThreads extends ThreadPool<FileOrder, Uint8Array> {
  constructor() {
    super(code, { name: 'reports', atOnce: reportsEnv.REPORTS_AT_ONCE, waiting: reportsEnv.REPORTS_WAITING, longestMs: LONGEST_MS, heapMegabytes: HEAP_MEGABYTES });
  }
}
