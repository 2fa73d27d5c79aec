import { Injectable } from '@nestjs/common';
import { type Dataset, Datasets, type DataTheme, Kept } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { absolute, datasetUrl, filePath, livePath, metadataName, versionPath } from '../addresses';
import { formatsOf } from '../files/formats';
import { licences } from '../catalogue/licences';
import { openDataEnv } from '../open-data.env';
import { VersionStore } from '../files/version-store';
import { themeNames } from '../catalogue/vocabulary';

/** A resource as CKAN gives it out. */
export interface Resource {
  id: string;
  package_id: string;
  name: string;
  description: string;
  format: string;
  mimetype: string;
  url: string;
  state: 'active';
  position: number;
  size: number | null;
  hash: string;
  created: string | null;
  last_modified: string | null;
  datastore_active: false;
}

export interface Named {
  id: string;
  name: string;
  display_name: string;
}

/** A package, that is a dataset, as CKAN gives it out: its words in Greek, the English beside them as the extension `fluent` has it. */
export interface Package {
  id: string;
  name: string;
  title: string;
  title_translated: Localized;
  notes: string;
  notes_translated: Localized;
  url: string;
  type: 'dataset';
  state: 'active';
  private: false;
  isopen: true;
  license_id: string;
  license_title: string;
  license_url: string;
  version: string | null;
  metadata_created: string | null;
  metadata_modified: string | null;
  owner_org: string;
  organization: Named & { title: string; type: 'organization' };
  groups: (Named & { title: string })[];
  tags: Named[];
  num_tags: number;
  num_resources: number;
  resources: Resource[];
  extras: { key: string; value: string }[];
}

export const organisationName = 'municipality';
/** CKAN writes moments in UTC without saying so. */
const written = (at: Date): string => at.toISOString().slice(0, -1);

/** The datasets as packages, made anew when they are older than some seconds. */
@Injectable()
export class CkanPackages {
  private readonly kept = new Kept(() => this.make(), 5_000);

  constructor(
    private readonly datasets: Datasets,
    private readonly versions: VersionStore,
    private readonly organisation: Organisation,
  ) {}

  all(): Promise<Package[]> {
    return this.kept.get();
  }

  async publisher(): Promise<Localized> {
    return (await this.organisation.city()).name;
  }

  private async make(): Promise<Package[]> {
    const publisher = await this.publisher();
    return Promise.all(this.datasets.inOrder().map((dataset) => this.packageOf(dataset, publisher)));
  }

  private async packageOf(dataset: Dataset, publisher: Localized): Promise<Package> {
    const { id, title, description, keywords, themes, page } = dataset;
    const versions = await this.versions.of(id);
    const [newest, oldest] = [versions[0], versions.at(-1)];
    const licence = licences[openDataEnv.OPEN_DATA_LICENCE];
    const resources = await this.resourcesOf(dataset, newest);
    const tags = [...new Set([...keywords.el, ...keywords.en])].map(tagNamed);
    return {
      id, name: id, title: title.el, title_translated: title, notes: description.el, notes_translated: description, url: datasetUrl(id), type: 'dataset', state: 'active', private: false,
      isopen: true, license_id: licence.ckan, license_title: licence.title, license_url: licence.url, version: newest?.id ?? null,
      metadata_created: oldest ? written(oldest.at) : null, metadata_modified: newest ? written(newest.at) : null,
      owner_org: organisationName, organization: { id: organisationName, name: organisationName, title: publisher.el, display_name: publisher.el, type: 'organization' },
      groups: themes.map(groupNamed), tags, num_tags: tags.length, num_resources: resources.length, resources, extras: [{ key: 'page', value: absolute(page) }],
    };
  }

  private async resourcesOf(dataset: Dataset, newest: Awaited<ReturnType<VersionStore['of']>>[number] | undefined): Promise<Resource[]> {
    const { id } = dataset;
    const formats = formatsOf(dataset);
    const live = formats.map(({ title, extension, mediaType }) => ({ id: `${id}.live.${extension}`, name: title, description: 'Όπως είναι αυτή τη στιγμή', format: title, mimetype: mediaType, url: absolute(livePath(id, extension)) }));
    const dictionary = formats.length > 0 ? [{ id: `${id}.live.csvw`, name: 'CSVW', description: 'Λεξικό δεδομένων του CSV', format: 'CSVW', mimetype: 'application/csvm+json', url: absolute(livePath(id, metadataName('csv'))) }] : [];
    const files = ((await dataset.files?.()) ?? []).map(({ name, title, format, mediaType }) => ({ id: `${id}.file.${name}`, name: title.el, description: title.en, format, mimetype: mediaType, url: absolute(filePath(id, name)) }));
    const links = (dataset.links ?? []).map(({ path, title, format, mediaType }) => ({ id: `${id}.link.${path.split('/').at(-1) ?? ''}`, name: title.el, description: title.en, format, mimetype: mediaType, url: absolute(path) }));
    const night = (newest?.files ?? []).map(({ name, format, mediaType, bytes, sha256 }) => ({
      id: `${id}.${newest?.id ?? ''}.${name}`, name: `${name} (${newest?.id ?? ''})`, description: 'Όπως γράφτηκε τη νύχτα', format, mimetype: mediaType, url: absolute(versionPath(id, newest?.id ?? '', name)),
      size: bytes, hash: `sha256:${sha256}`, created: newest ? written(newest.at) : null, last_modified: newest ? written(newest.at) : null,
    }));
    return [...live, ...dictionary, ...files, ...links, ...night].map((resource, position) => ({ size: null, hash: '', created: null, last_modified: null, ...resource, package_id: id, state: 'active', position, datastore_active: false }));
  }
}

export const tagNamed = (name: string): Named => ({ id: name, name, display_name: name });
export const groupNamed = (code: DataTheme): Named & { title: string } => ({ id: code.toLowerCase(), name: code.toLowerCase(), title: themeNames[code].el, display_name: themeNames[code].el });
