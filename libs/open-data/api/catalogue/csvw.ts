import type { Dataset } from '@isegoria/kernel/api';
import type { FieldType, Localized } from '@isegoria/kernel/contracts';
import { datasetUrl } from '../addresses';
import { dictionaryOf } from './dictionary';
import { type Licence, licences } from './licences';
import { openDataEnv } from '../open-data.env';

const datatypes: Record<FieldType, string> = { string: 'string', integer: 'integer', number: 'number', boolean: 'boolean', dateTime: 'dateTime', uri: 'anyURI' };
const both = ({ el, en }: Localized) => [{ '@value': el, '@language': 'el' }, { '@value': en, '@language': 'en' }];

/**
 * The metadata of a dataset's CSV file (W3C CSV on the Web, 17 December 2015), to stand beside it, as text. It says no moment: another one each night would make a
 * version of nothing.
 * Texts may be led by an apostrophe where a spreadsheet would take them for a formula: the note says so, JSON Lines has them to the letter.
 */
export function csvMetadata(dataset: Dataset): string {
  return JSON.stringify(described(dataset, licences[openDataEnv.OPEN_DATA_LICENCE]), null, 1);
}

function described(dataset: Dataset, licence: Licence): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'el' }],
    url: `${dataset.id}.csv`,
    'dc:title': both(dataset.title),
    'dc:description': both(dataset.description),
    'dc:license': { '@id': licence.url },
    'dc:source': { '@id': datasetUrl(dataset.id) },
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
