import { Notice, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import { StatusTag } from '../status-tag';
import type { ShownMerging } from './documents';
import { Separate } from './separate';

/** On the page of a merged proposal: where it goes on, and how that one stands. */
export function MergedInto({ id, title, into }: { id: string; title: string; into: NonNullable<ShownMerging['into']> }) {
  const { t, d } = useWords('proposals');
  const { proposal, end, at, supports, alsoSupport, separableUntil } = into;
  return (
    <Notice title={t('merge.intoTitle')}>
      {end ? (
        <>
          <p>{t('merge.intoWhen', { date: d(at) })}</p>
          <p>
            <Link to={`/proposals/${end.id}`} lang={end.lang}>{end.title}</Link> <StatusTag long {...end} />
          </p>
          {proposal && proposal.id !== end.id && <p>{t('merge.intoVia', { title: proposal.title })}</p>}
          {alsoSupport !== null && proposal?.id === end.id && supports > 0 && <p>{t(alsoSupport === 0 ? 'merge.noneThere' : 'merge.alsoThere', { count: alsoSupport, of: supports })}</p>}
        </>
      ) : (
        <p>{t('merge.intoGone')}</p>
      )}
      <p>{t('merge.intoStays')}</p>
      {separableUntil && <Separate id={id} title={title} until={separableUntil} />}
    </Notice>
  );
}
