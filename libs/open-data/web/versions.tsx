import { Disclosure, Empty, Row, Rows, Section, Tag, useWords } from '@isegoria/ui/web';
import type { Dataset } from './documents';
import styles from './open-data.module.css';

/** What was written at night, the newest first, with the checksum of each file. */
export function Versions({ versions }: Pick<Dataset, 'versions'>) {
  const { t, d } = useWords('open-data');
  return (
    <Section title={t('versions.title')}>
      <p className={styles.quiet}>{t('versions.lead')}</p>
      {versions.length === 0 && <Empty title={t('versions.none')}>{t('versions.noneHint')}</Empty>}
      <Rows label={t('versions.title')}>
        {versions.map(({ id, at, rows, files }, place) => (
          <Row key={id} title={d(at, 'moment')} note={`${t('versions.rows', { count: rows })} · ${id}`} tag={place === 0 && <Tag tone="olive">{t('versions.newest')}</Tag>}>
            <Disclosure label={t('versions.files')}>
              <ul role="list" className={styles.written}>
                {files.map((file) => (
                  <VersionFile key={file.name} file={file} />
                ))}
              </ul>
            </Disclosure>
          </Row>
        ))}
      </Rows>
    </Section>
  );
}

function VersionFile({ file: { name, path, bytes, sha256 } }: { file: Dataset['versions'][number]['files'][number] }) {
  const { t } = useWords('open-data');
  const [unit, divisor] = bytes < 1000 ? (['B', 1] as const) : bytes < 1_000_000 ? (['kB', 1000] as const) : (['MB', 1_000_000] as const);
  return (
    <li>
      <a href={path} download>
        {name}
      </a>{' '}
      <span className={styles.quiet}>{t(`size.${unit}`, { count: Math.round((bytes / divisor) * 10) / 10 })}</span>
      <span className={styles.quiet}>
        {t('versions.checksum')}: <code className={styles.sum}>{sha256}</code>
      </span>
    </li>
  );
}
