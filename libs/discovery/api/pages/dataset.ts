import type { Localized } from '@isegoria/kernel/contracts';
import { publicUrl } from '@isegoria/kernel/api';
import { latest, lineOf } from '../page-maker';
import { addressesOf, type PageKind, theCity } from './page-kind';

interface Found {
  openDataset: {
    id: string; title: Localized; description: Localized; keywords: Localized[]; formats: string[]; files: { title: Localized; format: string; path: string }[]; versions: { at: string }[];
    fields: { name: string; title: Localized }[];
  } | null;
  openDataLicence: { url: string } | null;
}

const QUERY = `query PageDataset($id: ID!) {
  openDataset(id: $id) { id title { el en } description { el en } keywords { el en } formats files { title { el en } format path } versions { at } fields { name title { el en } } }
  openDataLicence { url }
}`;

/** The id of a dataset here is the one that the DCAT catalogue gives it: its page. */
export const datasetPages: PageKind = {
  name: 'datasets',
  pattern: /^\/open-data\/([a-z][a-z-]{0,60})$/,
  async make({ ask, t, lt, n }, [id = '']) {
    const found = await ask<Found>(QUERY, { id });
    const dataset = found?.openDataset;
    if (!dataset) return null;
    const { title, description, keywords, formats, files, versions, fields } = dataset;
    return {
      label: t('label.dataset'),
      title: `${t('label.dataset')}: ${lt(title)}`,
      headline: { title: lt(title) },
      description: lineOf(lt(description)),
      updatedAt: latest(versions[0]?.at),
      figures: [{ value: n(formats.length), label: t('dataset.formats', { count: formats.length }) }],
      act: t('dataset.act'),
      trail: [{ title: t('pages.open-data.title'), path: '/open-data' }],
      thing: {
        '@type': 'Dataset',
        '@id': `${publicUrl()}/open-data/${id}`,
        name: lt(title),
        description: lt(description),
        keywords: keywords.map(lt),
        creator: theCity(),
        publisher: theCity(),
        isAccessibleForFree: true,
        ...(found.openDataLicence && { license: found.openDataLicence.url }),
        includedInDataCatalog: { '@type': 'DataCatalog', '@id': `${publicUrl()}/catalog`, name: t('pages.open-data.title'), url: `${publicUrl()}/open-data` },
        variableMeasured: fields.map(({ name, title: called }) => ({ '@type': 'PropertyValue', name, description: lt(called) })),
        distribution: files.map((file) => ({ '@type': 'DataDownload', name: lt(file.title), encodingFormat: file.format, contentUrl: `${publicUrl()}${file.path}` })),
      },
    };
  },
  addresses: ({ datasets }, after) => addressesOf(after === null ? datasets.inOrder() : [], ({ id }) => ({ path: `/open-data/${id}` })),
};
