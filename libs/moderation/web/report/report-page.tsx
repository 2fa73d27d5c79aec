import { useParams } from 'react-router';
import { Loaded, Page, useGraph, useWords } from '@isegoria/ui/web';
import { MayBeReported } from '../documents';
import { ReportForm } from './report-form';

/** The same report as a page of its own, which any link can lead to; also one to what is not there, or not any more. */
export function Component() {
  const { t } = useWords('moderation');
  const { kind = '', id = '' } = useParams();
  const answer = useGraph(MayBeReported, { item: { kind, id } });
  return <Loaded answer={answer}>{({ mayBeReported }) => (mayBeReported ? <Page title={t('report.page')}><ReportForm item={{ kind, id }} /></Page> : <Page title={t('report.none')} lead={t('report.noneWhy')} back={{ to: '/code-of-conduct' }} />)}</Loaded>;
}
