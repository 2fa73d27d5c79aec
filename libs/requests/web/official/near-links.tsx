import { Notice, useGraph, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import { NearOnesDocument } from './documents';

/** Open ones around the place: whoever calls may be told that it is known, and what is done about it. */
export function NearLinks(place: { serviceId: string; lat: number; lng: number }) {
  const { t, lt } = useWords('requests');
  const near = useGraph(NearOnesDocument, place, { keepPrevious: true, staleMs: 30_000 }).data?.requestsNear ?? [];
  if (near.length === 0) return null;
  return (
    <Notice tone="warning" live title={t('enter.near', { count: near.length })}>
      <ul>
        {near.map(({ request: { id, title }, metres }) => (
          <li key={id}><Link to={`/requests/${id}`} target="_blank">{t('desk.nearOne', { id, title: lt(title), count: metres })}</Link></li>
        ))}
      </ul>
    </Notice>
  );
}
