import type { Oracle } from '@isegoria/kernel/api';
import { askPython } from './python-clients';

/** The city read by programs that nobody here wrote: the stock CKAN client, the CSVW validator, rdflib and pySHACL, all of PyPI. */
export const oracle: Oracle = {
  name: 'open data: ckanapi, csvw, rdflib and pyshacl read the city',
  needs: ['dcat-ap'],
  needsCity: true,
  run: (data, cityUrl) => askPython(data, cityUrl ?? ''),
};
