import { Empty, LinkButton, Loaded, Page, Section, Tag, useGraph, useWords } from '@isegoria/ui/web';
import { Link, useParams } from 'react-router';
import { DatasetDocument, type Dataset, type Licence } from './documents';
import { Dictionary } from './dictionary';
import styles from './open-data.module.css';
import { SampleParts } from './sample-parts';
import { Versions } from './versions';

/** One dataset: its files, its first rows, a look at a column, what each column means, and what was kept of it. */
export function Component() {
  const { t } = useWords('open-data');
  const { id = '' } = useParams();
  const answer = useGraph(DatasetDocument, { id });
  return (
    <Loaded answer={answer}>
      {({ openDataset, openDataLicence }) =>
        openDataset ? (
          <DatasetView dataset={openDataset} licence={openDataLicence} />
        ) : (
          <Page title={t('dataset.gone')}>
            <Empty title={t('dataset.goneHint')}>
              <LinkButton to="/open-data">{t('dataset.toList')}</LinkButton>
            </Empty>
          </Page>
        )
      }
    </Loaded>
  );
}

function DatasetView({ dataset, licence }: { dataset: Dataset; licence: Licence }) {
  const { t, lt } = useWords('open-data');
  const { title, description, keywords, page, fields } = dataset;
  return (
    <Page
      wide
      title={lt(title)}
      lead={lt(description)}
      back={{ to: '/open-data', label: t('dataset.back') }}
      kicker={keywords.map((keyword) => (
        <Tag key={keyword.en}>{lt(keyword)}</Tag>
      ))}
    >
      <p className={styles.links}>
        <Link to={page}>{t('dataset.page')}</Link>
        <a href={licence.url}>{licence.title}</a>
      </p>
      <Files dataset={dataset} />
      {fields.length > 0 && (
        <>
          <SampleParts dataset={dataset} />
          <Dictionary fields={fields} />
          <Versions versions={dataset.versions} />
        </>
      )}
    </Page>
  );
}

function Files({ dataset: { files, fields } }: { dataset: Dataset }) {
  const { t, lt } = useWords('open-data');
  return (
    <Section title={t('dataset.now')}>
      <p className={styles.quiet}>{t(fields.length > 0 ? 'dataset.nowNote' : 'dataset.served')}</p>
      <ul role="list" className={styles.files}>
        {files.map(({ title, format, path }) => (
          <li key={path}>
            <Tag>{format}</Tag>
            <a href={path}>{lt(title)}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
