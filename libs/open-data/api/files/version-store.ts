import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { kernelEnv, madeAt, newId } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';
import { z } from 'zod';

/** A file of a version as its manifest has it. */
export interface VersionFile {
  name: string;
  title: Localized;
  format: string;
  mediaType: string;
  authority: string;
  bytes: number;
  sha256: string;
}

/** What was written of a dataset in one night. */
export interface Version {
  id: string;
  at: Date;
  rows: number;
  files: VersionFile[];
}

const localized = z.object({ el: z.string(), en: z.string() });
const manifest = z.object({
  id: z.string(), at: z.coerce.date(), rows: z.number(),
  files: z.array(z.object({ name: z.string(), title: localized, format: z.string(), mediaType: z.string(), authority: z.string(), bytes: z.number(), sha256: z.string() })),
});

/** A folder that is being written says in its name since when; nobody writes one dataset longer than this. */
const writing = '.writing-';
const brokenMs = 86_400_000;
const isVersion = (name: string): boolean => /^\d{8}T\d{6}Z$/.test(name);
const isBroken = (name: string): boolean => name.startsWith(writing) && Date.now() - (madeAt(name.slice(writing.length))?.getTime() ?? 0) > brokenMs;
export const versionId = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '');

/**
 * The versions of the datasets, in the folder `open-data` of the city's data: `<dataset>/<version>/`, with a manifest beside the files. A version
 * is written beside and renamed into its place, so that nobody ever sees half of one. The folders are the truth; no store knows them.
 */
@Injectable()
export class VersionStore {
  /** The versions of a dataset, the newest first. */
  async of(dataset: string): Promise<Version[]> {
    const names = (await readdir(this.folder(dataset)).catch(() => [] as string[])).filter(isVersion).sort().reverse();
    const read = await Promise.all(names.map((name) => this.read(dataset, name)));
    return read.filter((version) => version !== null);
  }

  /** One version with the path of its folder; `latest` is the newest. Null where there is none, whatever the name tries. */
  async find(dataset: string, name: string): Promise<{ version: Version; folder: string } | null> {
    if (name === 'latest') {
      const [version] = await this.of(dataset);
      return version ? { version, folder: this.folder(dataset, version.id) } : null;
    }
    const version = isVersion(name) ? await this.read(dataset, name) : null;
    return version && { version, folder: this.folder(dataset, name) };
  }

  /** A folder to write into, that becomes a version by `keep`, or nothing by `drop`. */
  async begin(dataset: string): Promise<string> {
    const folder = join(this.folder(dataset), `${writing}${newId()}`);
    await mkdir(folder, { recursive: true });
    return folder;
  }

  /** False where another process wrote the dataset in the same second: its version stays, and this one is not needed. */
  async keep(dataset: string, folder: string, version: Version): Promise<boolean> {
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(version));
    try {
      await rename(folder, this.folder(dataset, version.id));
      return true;
    } catch (error) {
      if (await this.read(dataset, version.id)) return false;
      throw error;
    }
  }

  drop(folder: string): Promise<void> {
    return rm(folder, { recursive: true, force: true });
  }

  /**
   * Takes away what is past its number or its days, never the newest; and what a broken night left half written. A half of today is left alone:
   * another process (a seed beside the first job of a new city) may be writing it at this moment.
   */
  async tidy(dataset: string, { keep, notBefore }: { keep: number; notBefore: Date }): Promise<void> {
    const [, ...older] = await this.of(dataset);
    const gone = older.filter(({ at }, place) => place + 1 >= keep || at < notBefore).map(({ id }) => id);
    const halves = (await readdir(this.folder(dataset)).catch(() => [] as string[])).filter(isBroken);
    for (const name of [...gone, ...halves]) await this.drop(join(this.folder(dataset), name));
  }

  /** When it was last looked whether there is something new; a night on which nothing changed leaves only this. */
  async lastLooked(dataset: string): Promise<Date | null> {
    const text = await readFile(join(this.folder(dataset), 'looked'), 'utf8').catch(() => null);
    const at = new Date(text ?? Number.NaN);
    return Number.isNaN(at.getTime()) ? null : at;
  }

  async looked(dataset: string, at: Date): Promise<void> {
    await mkdir(this.folder(dataset), { recursive: true });
    await writeFile(join(this.folder(dataset), 'looked'), at.toISOString());
  }

  private async read(dataset: string, name: string): Promise<Version | null> {
    const text = await readFile(join(this.folder(dataset, name), 'manifest.json'), 'utf8').catch(() => null);
    const parsed = text === null ? null : manifest.safeParse(JSON.parse(text));
    return parsed?.success ? parsed.data : null;
  }

  private folder(dataset: string, version?: string): string {
    if (!/^[a-z][a-z-]*$/.test(dataset) || (version !== undefined && !isVersion(version))) throw new Error('no name of a dataset or a version');
    return version === undefined ? join(kernelEnv.DATA_DIR, 'open-data', dataset) : join(kernelEnv.DATA_DIR, 'open-data', dataset, version);
  }
}
