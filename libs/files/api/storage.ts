import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { kernelEnv } from '@isegoria/kernel/api';

/** Where bytes are kept, by the hash of themselves. Another place (S3) is another class with these three verbs. */
export abstract class StoragePort {
  /** Keeps the bytes and answers their key; the same bytes have the same key. */
  abstract put(bytes: Buffer): Promise<string>;
  abstract get(key: string): Promise<Buffer | null>;
  /** Removes the bytes unless somebody has put the same since. */
  abstract remove(key: string, unlessPutSince: Date): Promise<void>;
}

/** The folder `files` of the city's data. */
@Injectable()
export class LocalStorage extends StoragePort {
  async put(bytes: Buffer): Promise<string> {
    const key = createHash('sha256').update(bytes).digest('hex');
    const path = this.pathOf(key);
    await mkdir(dirname(path), { recursive: true });
    // Written beside and renamed: nobody ever reads a half of it, and a crash leaves no half under the key.
    const beside = `${path}.${randomBytes(6).toString('hex')}`;
    const file = await open(beside, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
    return key;
  }

  get(key: string): Promise<Buffer | null> {
    return readFile(this.pathOf(key)).catch(() => null);
  }

  async remove(key: string, unlessPutSince: Date): Promise<void> {
    const known = await stat(this.pathOf(key)).catch(() => null);
    if (known && known.mtime < unlessPutSince) await rm(this.pathOf(key), { force: true });
  }

  private pathOf(key: string): string {
    if (!/^[0-9a-f]{64}$/.test(key)) throw new Error('a key of the storage is a hash');
    return join(kernelEnv.DATA_DIR, 'files', key.slice(0, 2), key.slice(2));
  }
}
