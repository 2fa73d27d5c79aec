import { useMe } from '@isegoria/identity/web';
import { Facts, Notice, type ResultOf, Section, Tag, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import type { Boxes } from '../documents';
import { KeyForm } from './key-form';
import { ShareForm } from './share-form';
import styles from './boxes.module.css';

export type BoxOnPage = ResultOf<typeof Boxes>['boxes'][number];

/** One box: how far it is, who keeps its shares, what came out of it. */
export function BoxCard({ box }: { box: BoxOnPage }) {
  const { t, lt } = useWords('votes');
  const { me, is } = useMe();
  const { ballotId, title, path, state, isDemo, trustees } = box;
  const isTrustee = trustees.some(({ citizenId }) => citizenId === me?.id);
  return (
    <Section title={title ? lt(title) : ballotId} more={path ? { to: path, label: t('boxes.toBallot') } : undefined}>
      <div className={styles.stack}>
        <p>
          <Tag tone={state === 'opened' ? 'olive' : 'aegean'}>{t(`boxes.state.${state}`)}</Tag>
        </p>
        {isDemo && <Notice tone="warning">{t('boxes.demo')}</Notice>}
        {trustees.length > 0 && (
          <ul className={styles.trustees} aria-label={t('boxes.trustees')}>
            {trustees.map(({ citizenId, name, hasGiven }) => (
              <li key={citizenId}>
                {name || <em>{t('boxes.left')}</em>} {hasGiven && <Tag tone="olive">{t('boxes.hasGiven')}</Tag>}
              </li>
            ))}
          </ul>
        )}
        {is('administrator') && <KeyForm box={box} />}
        {isTrustee && <ShareForm box={box} />}
        <Result box={box} isTrustee={isTrustee} />
      </div>
    </Section>
  );
}

function Result({ box: { ballotId, result }, isTrustee }: { box: BoxOnPage; isTrustee: boolean }) {
  const { t, n } = useWords('votes');
  if (!result) return null;
  const fact = (key: 'valid' | 'invalid' | 'blank' | 'replaced') => ({ label: t(`boxes.result.${key}`), value: n(result[key]) });
  const file = (name: string) => `/boxes/${encodeURIComponent(ballotId)}/${name}`;
  return (
    <>
      <Facts columns={2} facts={[fact('valid'), fact('invalid'), fact('blank'), fact('replaced')]} />
      <p>
        <a href={file('ballots.jsonl')} download>
          {t('boxes.ballots')}
        </a>
      </p>
      {isTrustee && (
        <p>
          <a href={file('audit.jsonl')} download>
            {t('boxes.audit')}
          </a>
          . {t('boxes.auditText')}
        </p>
      )}
      <p>
        <Link to={`/votes/boxes/${encodeURIComponent(ballotId)}/audit`}>{t(isTrustee ? 'boxes.auditHere' : 'boxes.auditPage')}</Link>
      </p>
    </>
  );
}
