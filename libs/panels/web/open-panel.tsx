import { closing } from '@isegoria/processes/web';
import { AskCard, Loaded, useGraph, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import { type ListedPanel, PanelsDocument } from './listed-document';

/** On the home page: the panel that people may offer themselves for, the newest. Nothing where none is. */
export default function OpenPanel() {
  const answer = useGraph(PanelsDocument, { stage: 'open', first: 1, after: null }, { staleMs: 60_000 });
  return <Loaded answer={answer}>{({ panels: { items: [open] } }) => open && <OpenCard panel={open} />}</Loaded>;
}

function OpenCard({ panel: { id, title, seats, offers, closesAt } }: { panel: ListedPanel }) {
  const { t, lt, rich } = useWords('panels');
  const processes = useWords('processes');
  return (
    <AskCard
      kind={t('home.kind')}
      title={lt(title)}
      lead={`${t('list.seats', { count: seats })}. ${t('home.lead')}`}
      facts={[offers > 0 && rich('home.offers', { b: (text) => <b>{text}</b> }, { count: offers }), closesAt && closing(closesAt, processes)].filter(Boolean)}
      action={<Link to={`/panels/${id}`}>{t('home.act')}</Link>}
    />
  );
}
