import { useSearchParams } from 'react-router';
import { Card, Disclosure, Loaded, Notice, useGraph, useWords } from '@isegoria/ui/web';
import styles from './account-data.module.css';
import { PersonalDataParts } from '../documents';

/** The person's own file, and in plain words what is in it and what becomes of each part when they leave. */
export function DataPart() {
  const { t } = useWords('identity');
  const [asked] = useSearchParams();
  return (
    <Card title={t('account.data')}>
      {asked.get('file') === 'later' && <Notice tone="problem" live>{t('account.dataLater')}</Notice>}
      <p>{t('account.dataText')}</p>
      <p>
        <a href="/auth/my-data">{t('account.download')}</a>
      </p>
      <Disclosure label={t('account.dataParts')}>
        <Parts />
      </Disclosure>
    </Card>
  );
}

function Parts() {
  const { t, lt } = useWords('identity');
  const answer = useGraph(PersonalDataParts, {}, { staleMs: 600_000 });
  return (
    <Loaded answer={answer}>
      {({ personalDataParts }) => (
        <dl className={styles.parts}>
          {personalDataParts.map(({ name, about, leaving }) => (
            <div key={name}>
              <dt>{lt(about)}</dt>
              <dd>{t('account.ifYouLeave', { what: lt(leaving) })}</dd>
            </div>
          ))}
        </dl>
      )}
    </Loaded>
  );
}
