import { closing } from '@isegoria/processes/web';
import { AskCard, Loaded, useGraph, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import { InitiativesDocument, type ListedInitiative } from './listed-document';

/** On the home page: the initiative that collects and closes soonest. Nothing where none does. */
export default function OpenInitiative() {
  const answer = useGraph(InitiativesDocument, { stage: 'collecting', sort: 'CLOSING', first: 1, after: null }, { staleMs: 60_000 });
  return <Loaded answer={answer}>{({ initiatives: { items: [open] } }) => open && <OpenCard initiative={open} />}</Loaded>;
}

function OpenCard({ initiative: { id, title, terms, signatures, closesAt } }: { initiative: ListedInitiative }) {
  const { t, lt, n } = useWords('initiatives');
  const processes = useWords('processes');
  return (
    <AskCard
      kind={t('home.kind')}
      title={title}
      lead={lt(terms.name)}
      facts={[t('home.signed', { count: signatures.total, needed: n(terms.needed) }), closesAt && closing(closesAt, processes)].filter(Boolean)}
      action={<Link to={`/initiatives/${id}`}>{t('home.read')}</Link>}
    />
  );
}
