import { announce, Rows, useGraph, useWords } from '@isegoria/ui/web';
import { useEffect, useRef } from 'react';
import { AffectedButton } from '../affected-button';
import { RequestsNearDocument } from '../documents';
import { RequestRow } from '../list/request-row';
import styles from './new.module.css';

/** Open ones around that may be the same: each can be joined right here, instead of a double that nobody needs. */
export function Nearby({ serviceId, lat, lng }: { serviceId: string; lat: number; lng: number }) {
  const { t } = useWords('requests');
  // Steps of some metres: a pin that is put right by a hair asks nothing new.
  const rounded = (degrees: number) => Math.round(degrees * 10_000) / 10_000;
  const { data } = useGraph(RequestsNearDocument, { serviceId, lat: rounded(lat), lng: rounded(lng) }, { keepPrevious: true, staleMs: 30_000 });
  const near = data?.requestsNear ?? [];
  useSaid(near.length, t('near.title', { count: near.length }));
  if (near.length === 0) return null;
  return (
    <section className={styles.near} aria-labelledby="near">
      <h2 id="near">{t('near.title', { count: near.length })}</h2>
      <p className={styles.quiet}>{t('near.hint')}</p>
      <Rows>
        {near.map(({ request, metres }) => (
          <RequestRow key={request.id} request={request} level={3}>
            <p className={styles.quiet}>{metres < 5 ? t('near.here') : t('near.metres', { count: metres })}</p>
            {request.mine ? <p>{t('near.mine')}</p> : <div className={styles.join}><AffectedButton id={request.id} initial={request.affected} /></div>}
          </RequestRow>
        ))}
      </Rows>
    </section>
  );
}

function useSaid(count: number, words: string): void {
  const before = useRef(0);
  useEffect(() => {
    if (count > before.current) announce(words);
    before.current = count;
  }, [count, words]);
}
