import type { DataTheme } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';
import type { Text, Thing } from './rdf';

/** The EU's vocabularies, as far as the catalogue names them. Each term is given with its class, so that a reader needs no other file. */
const authority = 'http://publications.europa.eu/resource/authority';

export const themeNames: Record<DataTheme, Localized> = {
  GOVE: { el: 'Κυβέρνηση και δημόσιος τομέας', en: 'Government and public sector' },
  SOCI: { el: 'Πληθυσμός και κοινωνία', en: 'Population and society' },
  ECON: { el: 'Οικονομία και χρηματοοικονομικά θέματα', en: 'Economy and finance' },
  JUST: { el: 'Δικαιοσύνη, νομικό σύστημα και δημόσια ασφάλεια', en: 'Justice, legal system and public safety' },
  REGI: { el: 'Περιφέρειες και πόλεις', en: 'Regions and cities' },
};

export const texts = ({ el, en }: Localized): Text[] => [{ value: el, language: 'el' }, { value: en, language: 'en' }];
export const moment = (at: Date): Text => ({ value: at.toISOString(), type: 'xsd:dateTime' });
const typed = (id: string, type: string, properties: Thing['properties'] = []): Thing => ({ id, types: [type], properties });

export const themeScheme: Thing = typed(`${authority}/data-theme`, 'skos:ConceptScheme', [['dct:title', [{ value: 'Data theme', language: 'en' }]]]);
export const theme = (code: DataTheme): Thing => typed(`${authority}/data-theme/${code}`, 'skos:Concept', [['skos:prefLabel', texts(themeNames[code])], ['skos:inScheme', [{ id: `${authority}/data-theme`, types: [], properties: [] }]]]);
export const languages: Thing[] = ['ELL', 'ENG'].map((code) => typed(`${authority}/language/${code}`, 'dct:LinguisticSystem'));
export const fileType = (code: string): Thing => typed(`${authority}/file-type/${code}`, 'dct:MediaTypeOrExtent');
export const mediaTypeOf = (name: string): Thing => typed(`http://www.iana.org/assignments/media-types/${name}`, 'dct:MediaType');
export const everyNight: Thing = typed(`${authority}/frequency/DAILY`, 'dct:Frequency');
export const openToEverybody: Thing = typed(`${authority}/access-right/PUBLIC`, 'dct:RightsStatement');
export const document = (id: string): Thing => typed(id, 'foaf:Document');
export const standard = (id: string): Thing => typed(id, 'dct:Standard');
export const available: Thing = typed(`${authority}/planned-availability/AVAILABLE`, 'skos:Concept', [['skos:prefLabel', [{ value: 'available', language: 'en' }]]]);
export const sha256Algorithm: Thing = { id: 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256', types: ['spdx:ChecksumAlgorithm'], properties: [] };
