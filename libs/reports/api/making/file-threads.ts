import { Injectable } from '@nestjs/common';
import { ThreadPool } from '@isegoria/kernel/api';
import { reportsEnv } from '../reports.env';
import code from './file.thread?thread';
import type { FileOrder } from './make-file';

/** A page of a hundred matters takes some seconds; what takes longer than this never ends. */
const LONGEST_MS = 60_000;
/** Of a page of a hundred matters a thread holds about a quarter of it. */
const HEAP_MEGABYTES = 512;

/** The threads that draw PDFs and write workbooks. See decisions/004. */
@Injectable()
export class FileThreads extends ThreadPool<FileOrder, Uint8Array> {
  constructor() {
    super(code, { name: 'reports', atOnce: reportsEnv.REPORTS_AT_ONCE, waiting: reportsEnv.REPORTS_WAITING, longestMs: LONGEST_MS, heapMegabytes: HEAP_MEGABYTES });
  }
}
