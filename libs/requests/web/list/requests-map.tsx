import { PlaceSign, PlacesMap } from '@isegoria/organisation/web';
import { Loaded, useGraph, useWords } from '@isegoria/ui/web';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { RequestPinsDocument } from '../documents';
import { signOf, signs } from '../standing';
import { StatusTag } from '../status-tag';
import type { useAsked } from './asked';
import styles from './list.module.css';

/** What the filters find, on the map. The list with the same stands under it. */
export function RequestsMap({ filter }: Pick<ReturnType<typeof useAsked>, 'filter'>) {
  const { t, lt } = useWords('requests');
  const answer = useGraph(RequestPinsDocument, { filter }, { keepPrevious: true, staleMs: 30_000 });
  const pins = answer.data?.requestPins.items;
  const places = useMemo(() => (pins ?? []).map((pin) => ({ ...pin, title: lt(pin.title), sign: signOf(pin.status), state: t(`status.${pin.status}`) })), [pins, lt, t]);
  return (
    <Loaded answer={answer}>
      {({ requestPins: { items, total } }) => (
        <div className={styles.map}>
          <ul role="list" className={styles.key} aria-label={t('map.key')}>
            {signs.map((sign) => (
              <li key={sign}>
                <PlaceSign sign={sign} /> {t(`map.${sign}`)}
              </li>
            ))}
          </ul>
          <PlacesMap label={t('map.label')} places={places}>
            {({ id, title }) => {
              const status = items.find((pin) => pin.id === id)?.status;
              return (
                <>
                  <Link to={`/requests/${id}`}>{title}</Link> {status && <StatusTag status={status} />}
                  <p className={styles.number}>{t('list.number', { id })}</p>
                </>
              );
            }}
          </PlacesMap>
          <p className={styles.number}>{items.length < total ? t('map.some', { count: items.length, total }) : t('map.help')}</p>
        </div>
      )}
    </Loaded>
  );
}
