import { Empty, Facts, ListFilters, Loaded, narrowed, Page, Row, Rows, SearchField, Section, Select, Tag, useGraph, useWords } from '@isegoria/ui/web';
import { useSearchParams } from 'react-router';
import { type DatasetInList, DatasetsDocument, type Licence } from './documents';
import { matching } from './matching';
import styles from './open-data.module.css';

/** All datasets, to be found by words, topic and format. The address holds what was asked, so that it can be sent to somebody. */
export function Component() {
  const { t } = useWords('open-data');
  const answer = useGraph(DatasetsDocument, {});
  return (
    <Page wide title={t('list.title')} lead={t('list.lead')}>
      <Loaded answer={answer}>
        {({ openDatasets, openDataLicence }) => (
          <>
            {openDatasets.length === 0 ? <Empty title={t('list.empty')}>{t('list.emptyHint')}</Empty> : <Datasets all={openDatasets} />}
            <Reuse licence={openDataLicence} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Datasets({ all }: { all: readonly DatasetInList[] }) {
  const { t, lt } = useWords('open-data');
  const [search, setSearch] = useSearchParams();
  const asked = { q: search.get('q') ?? '', tag: search.get('tag') ?? '', format: search.get('format') ?? '' };
  const found = matching(all, asked);
  const set = (name: string, value: string) => setSearch(narrowed(search, name, value), { preventScrollReset: true });
  const tags = new Map(all.flatMap(({ keywords }) => keywords.map((keyword) => [keyword.en, lt(keyword)])));
  const formats = [...new Set(all.flatMap((dataset) => dataset.formats))];
  return (
    <>
      <ListFilters
        search={<SearchField name="q" label={t('list.search')} hint={t('list.searchHint')} value={asked.q} onSearch={(text) => set('q', text)} />}
        chosen={[asked.tag, asked.format].filter(Boolean).length} isNarrow={Object.values(asked).some(Boolean)} onClear={() => setSearch({})}
      >
        <Select width="full" name="tag" label={t('list.tag')} placeholder={t('list.anyTag')} choices={[...tags].map(([value, label]) => ({ value, label }))} value={asked.tag} onChange={(value) => set('tag', value)} />
        <Select width="full" name="format" label={t('list.format')} placeholder={t('list.anyFormat')} choices={formats.map((value) => ({ value, label: value }))} value={asked.format} onChange={(value) => set('format', value)} />
      </ListFilters>
      <p className={styles.quiet} role="status">
        {t('list.found', { count: found.length })}
      </p>
      {found.length === 0 && <Empty title={t('list.none')}>{t('list.noneHint')}</Empty>}
      <Rows label={t('list.title')}>
        {found.map((dataset) => (
          <DatasetRow key={dataset.id} dataset={dataset} />
        ))}
      </Rows>
    </>
  );
}

function DatasetRow({ dataset: { id, title, description, formats, fields } }: { dataset: DatasetInList }) {
  const { t, lt } = useWords('open-data');
  return (
    <Row level={2} to={`/open-data/${id}`} title={lt(title)} note={fields.length > 0 && t('list.columns', { count: fields.length })}>
      <p className={styles.says}>{lt(description)}</p>
      <p className={styles.tags}>
        {formats.map((format) => (
          <Tag key={format}>{format}</Tag>
        ))}
      </p>
    </Row>
  );
}

function Reuse({ licence }: { licence: Licence }) {
  const { t } = useWords('open-data');
  const isFree = licence.url.includes('publicdomain');
  return (
    <Section title={t('reuse.title')}>
      <p>{t(isFree ? 'reuse.freeTerms' : 'reuse.terms')}</p>
      <Facts
        facts={[
          { label: t('reuse.licence'), value: <a href={licence.url}>{licence.title}</a> },
          { label: t('reuse.catalogue'), value: <Links paths={['/catalog.ttl', '/catalog.jsonld', '/catalog.rdf']} /> },
          { label: t('reuse.api'), value: <Links paths={['/api/3/action/package_list', '/api/3/action/package_search?q=*:*']} /> },
        ]}
      />
    </Section>
  );
}

function Links({ paths }: { paths: string[] }) {
  return (
    <span className={styles.links}>
      {paths.map((path) => (
        <a key={path} href={path}>
          {path}
        </a>
      ))}
    </span>
  );
}
