import { closing } from '@isegoria/processes/web';
import { AskCard, Loaded, useGraph, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import { ConsultationsDocument, type ListedConsultation } from '../listed-document';

/** On the home page: the text that is open for opinions and closes soonest. Nothing where none is. */
export default function OpenConsultation() {
  const answer = useGraph(ConsultationsDocument, { filter: { status: 'open' }, sort: 'CLOSING', first: 1, after: null }, { staleMs: 60_000 });
  return <Loaded answer={answer}>{({ consultations: { items: [open] } }) => open && <OpenCard consultation={open} />}</Loaded>;
}

function OpenCard({ consultation: { id, title, articleCount, stanceCount, closesAt } }: { consultation: ListedConsultation }) {
  const { t, lt, rich } = useWords('consultations');
  const processes = useWords('processes');
  return (
    <AskCard
      kind={t('home.kind')}
      title={lt(title)}
      lead={t('home.lead', { count: articleCount })}
      facts={[stanceCount > 0 && rich('home.said', { b: (text) => <b>{text}</b> }, { count: stanceCount }), closesAt && closing(closesAt, processes)].filter(Boolean)}
      action={<Link to={`/consultations/${id}`}>{t('home.read')}</Link>}
    />
  );
}
