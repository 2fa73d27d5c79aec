import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, type Dataset, Datasets, Jobs, log } from '@isegoria/kernel/api';
import { cityClock, daysFrom } from '@isegoria/kernel/contracts';
import { metadataName } from '../addresses';
import { csvMetadata } from '../catalogue/csvw';
import { formatsOf } from './formats';
import { inBoth } from '../in-both';
import { openDataEnv } from '../open-data.env';
import { pieces } from './row-stream';
import { type Version, type VersionFile, versionId, VersionStore } from './version-store';

const dayMs = 86_400_000;
const lookMs = 600_000;
export const dumpJob = 'open-data.dump';

type Written = Pick<VersionFile, 'name' | 'title' | 'format' | 'mediaType' | 'authority'>;

/** Writes the files of the night. One dataset that cannot be read does not keep the others from being written. */
@Injectable()
export class Dumps implements OnModuleInit {
  constructor(
    private readonly datasets: Datasets,
    private readonly versions: VersionStore,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(dumpJob, lookMs, () => this.whenDue());
  }

  /** Writes what was not written this night yet. A city that has no files at all gets its first ones at once. */
  async whenDue(): Promise<void> {
    const now = this.clock.now();
    for (const dataset of this.datasets.inOrder()) {
      const seen = await this.versions.lastLooked(dataset.id);
      if (isDue(seen, now, openDataEnv.OPEN_DATA_HOUR)) await this.write(dataset).catch((error: unknown) => log.error({ dataset: dataset.id, error: String(error) }, 'a dataset could not be written'));
    }
  }

  /** Writes a version now, or none where nothing differs from the newest. Either way what is too old goes. */
  async write(dataset: Dataset): Promise<Version | null> {
    const at = this.clock.now();
    const [newest] = await this.versions.of(dataset.id);
    const folder = await this.versions.begin(dataset.id);
    try {
      const version = await this.written(dataset, folder, at);
      const isNews = version.files.length > 0 && !isAlike(newest, version) && (await this.versions.keep(dataset.id, folder, version));
      await this.versions.looked(dataset.id, at);
      await this.versions.tidy(dataset.id, { keep: openDataEnv.OPEN_DATA_VERSIONS, notBefore: new Date(at.getTime() - openDataEnv.OPEN_DATA_DAYS * dayMs) });
      return isNews ? version : null;
    } finally {
      await this.versions.drop(folder);
    }
  }

  private async written(dataset: Dataset, folder: string, at: Date): Promise<Version> {
    const files: VersionFile[] = [];
    let rows = 0;
    const put = async (file: Written, content: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>) => void files.push({ ...file, ...(await writeFile(join(folder, file.name), content)) });
    for (const format of formatsOf(dataset)) {
      rows = 0;
      const { title, mediaType, authority, extension } = format;
      await put({ name: `${dataset.id}.${extension}`, title: inBoth(title), format: title, mediaType, authority }, pieces(dataset, format, { after: null, limit: Number.POSITIVE_INFINITY }, (more) => (rows += more)));
      if (extension === 'csv') await put(metadataFile(dataset), [csvMetadata(dataset)]);
    }
    for (const { name, title, format, mediaType, read } of (await dataset.files?.()) ?? []) await put({ name, title, format, mediaType, authority: mediaType === 'text/csv' ? 'CSV' : 'TXT' }, [await read()]);
    return { id: versionId(at), at, rows, files };
  }
}

function metadataFile({ id }: Dataset): Written {
  return { name: metadataName(`${id}.csv`), title: { el: 'Μεταδεδομένα του CSV (CSVW)', en: 'Metadata of the CSV (CSVW)' }, format: 'CSVW', mediaType: 'application/csvm+json', authority: 'JSON_LD' };
}

/** The checksum is taken of what goes into the file, while it goes. */
async function writeFile(path: string, content: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>): Promise<Pick<VersionFile, 'bytes' | 'sha256'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(Readable.from(content, { objectMode: false }), counting, createWriteStream(path, { flags: 'wx' }));
  return { bytes, sha256: hash.digest('hex') };
}

function isAlike(one: Version | undefined, other: Version): boolean {
  const sums = ({ files }: Version) => files.map(({ name, sha256 }) => `${name} ${sha256}`).sort().join('\n');
  return one !== undefined && sums(one) === sums(other);
}

/** Whether the last look lies before the night's hour in the city that was passed last. */
export function isDue(last: Date | null, now: Date, hour: number): boolean {
  return last === null || nightOf(last, hour) < nightOf(now, hour);
}

/** The night that a moment belongs to, as the city's day on which it began: before the hour it is still the night before. */
function nightOf(at: Date, hour: number): string {
  const clock = cityClock(at);
  return daysFrom(clock.slice(0, 10), Number(clock.slice(11, 13)) < hour ? -1 : 0);
}
