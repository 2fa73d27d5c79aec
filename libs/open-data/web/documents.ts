import { graphql, type ResultOf } from '@isegoria/ui/web';

export const DatasetsDocument = graphql(`
  query OpenDatasets {
    openDatasets { id title { el en } description { el en } keywords { el en } formats fields { name } }
    openDataLicence { title url }
  }
`);

export const DatasetDocument = graphql(`
  query OpenDataset($id: ID!) {
    openDataset(id: $id) {
      id title { el en } description { el en } keywords { el en } page
      fields { name title { el en } says { el en } type isRequired isKey contract values }
      files { title { el en } format path }
      versions { id at rows files { name path bytes sha256 } }
    }
    openDataLicence { title url }
  }
`);

export const SampleDocument = graphql(`
  query OpenDataSample($id: ID!, $first: Int) {
    openDataSample(id: $id, first: $first) { rows { text number } hasMore }
  }
`);

export type DatasetInList = ResultOf<typeof DatasetsDocument>['openDatasets'][number];
export type Licence = ResultOf<typeof DatasetsDocument>['openDataLicence'];
export type Dataset = NonNullable<ResultOf<typeof DatasetDocument>['openDataset']>;
export type Field = Dataset['fields'][number];
export type Sample = NonNullable<ResultOf<typeof SampleDocument>['openDataSample']>;
