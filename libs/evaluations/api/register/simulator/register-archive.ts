import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { inventedBody, type SimulatedAct } from './simulated-acts';

type Named = { uid: string; [field: string]: unknown };

/** What a simulated register holds besides its acts. */
export interface RegisterArchive {
  organisations: Named[];
  /** By the body's number. */
  units: Map<string, Named[]>;
  signers: Map<string, Named[]>;
  types: Named[];
  dictionaries: Named[];
  acts: SimulatedAct[];
}

/** Only what we invented. */
export function inventedArchive(acts: SimulatedAct[] = []): RegisterArchive {
  const { organisation, units, signers } = inventedBody;
  const types = ['Α.2', 'Β.1.1', 'Β.1.3', 'Β.2.2', 'Γ.2', 'Δ.1', '2.4.7.1'].map((uid) => ({ uid, label: `ΤΥΠΟΣ ${uid}`, parent: null, allowedInDecisions: true }));
  return { organisations: [organisation], units: new Map([[organisation.uid, units]]), signers: new Map([[organisation.uid, signers]]), types, dictionaries: [], acts };
}

/** What the folder holds of the register's recorded answers, our invented body beside it. Signers were left out of the recordings. */
export function recordedArchive(folder: string): RegisterArchive {
  const archive = inventedArchive();
  const list = (path: string, key: string) => readAll(join(folder, path)).flatMap((file) => (file[key] ?? []) as Named[]);
  const types = readAll(join(folder, 'types')).flatMap((file) => (file['decisionTypes'] ?? []) as Named[]);
  for (const unit of list('organizations', 'units')) {
    const owner = String(unit['parentId']);
    archive.units.set(owner, [...(archive.units.get(owner) ?? []), unit]);
  }
  return {
    ...archive,
    organisations: [...list('organizations', 'organizations'), ...archive.organisations],
    types: types.length > 0 ? types : archive.types,
    dictionaries: list('dictionaries', 'dictionaries'),
    acts: [...(list('search', 'decisions') as unknown as SimulatedAct[]), ...readAll(join(folder, 'decisions')).filter((file) => 'subject' in file).map(fromDetail)],
  };
}

function readAll(folder: string): Record<string, unknown>[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => /\.json(\.gz)?$/.test(name)).sort().map((name) => {
    const bytes = readFileSync(join(folder, name));
    return JSON.parse((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')) as Record<string, unknown>;
  });
}

const MOMENTS = ['issueDate', 'submissionTimestamp', 'publishTimestamp'] as const;

/** The register writes milliseconds where one act is asked for, and ISO 8601 in its search. */
export function asDetail(act: SimulatedAct): Record<string, unknown> {
  return { ...act, ...Object.fromEntries(MOMENTS.map((name) => [name, act[name] === null ? null : Date.parse(String(act[name]))])) };
}

function fromDetail(detail: Record<string, unknown>): SimulatedAct {
  const moments = MOMENTS.map((name) => [name, typeof detail[name] === 'number' ? new Date(detail[name]).toISOString() : detail[name]]);
  return { ...detail, ...Object.fromEntries(moments) } as unknown as SimulatedAct;
}
