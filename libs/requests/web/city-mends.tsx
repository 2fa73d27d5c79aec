import { Card, LinkButton, Loaded, useGraph, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import { RequestTotalsDocument } from './totals-document';

/** On the home page: what was reported and mended of late, and the way to report more. */
export default function CityMends() {
  const { t } = useWords('requests');
  const answer = useGraph(RequestTotalsDocument, {}, { staleMs: 60_000 });
  return (
    <Card title={t('home.title')}>
      <Loaded answer={answer}>{({ requestTotals: { submitted, fixed } }) => <p>{submitted > 0 ? t('home.month', { submitted: t('totals.submitted', { count: submitted }), fixed: t('totals.fixed', { count: fixed }) }) : t('home.lead')}</p>}</Loaded>
      <p>
        <LinkButton to="/requests/new">{t('act.report')}</LinkButton>
      </p>
      <p>
        <Link to="/requests">{t('home.all')}</Link>
      </p>
    </Card>
  );
}
