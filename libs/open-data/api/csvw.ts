import type { Dataset } from '@isegoria/kernel/api';
import type { FieldType, Localized } from '@isegoria/kernel/contracts';
import { datasetUrl } from './addresses';
import { dictionaryOf } from './dictionary';
import type { Licence } from './licences';

const datatypes: Record<FieldType, string> = { string: 'string', integer: 'integer', number: 'number', boolean: 'boolean', dateTime: 'dateTime', uri: 'anyURI' };
const both = ({ el, en }: Localized) => [{ '@value': el, '@language': 'el' }, { '@value': en, '@language': 'en' }];

/**
 * The metadata of a CSV file (W3C CSV on the Web, 17 December 2015), to stand beside it. `url` is the file's own, relative to the metadata.
 * Texts may be led by an apostrophe where a spreadsheet would take them for a formula: the note says so, JSON Lines has them to the letter.
 */
export function csvMetadata(dataset: Dataset, { url, licence, modified }: { url: string; licence: Licence; modified: Date | null }): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'el' }],
    url,
    'dc:title': both(dataset.title),
    'dc:description': both(dataset.description),
    'dc:license': { '@id': licence.url },
    'dc:source': { '@id': datasetUrl(dataset.id) },
    ...(modified ? { 'dc:modified': { '@value': modified.toISOString(), '@type': 'xsd:dateTime' } } : {}),
    dialect: { encoding: 'utf-8', delimiter: ',', quoteChar: '"', doubleQuote: true, header: true, lineTerminators: ['\r\n', '\n'] },
    'rdfs:comment': both({
      el: 'Όπου ένα κείμενο αρχίζει με = + - @ ή κενό στηλοθέτη, προηγείται απόστροφος, ώστε κανένα υπολογιστικό φύλλο να μην το εκτελέσει.',
      en: 'Where a text begins with = + - @ or a tab, an apostrophe comes first, so that no spreadsheet runs it.',
    }),
    tableSchema: {
      columns: dictionaryOf(dataset).map(({ name, title, says, type, isRequired }) => ({
        name, titles: name, datatype: datatypes[type], required: isRequired && type !== 'string', 'dc:title': both(title), 'dc:description': both(says),
      })),
      primaryKey: [...dataset.key],
    },
  };
}
