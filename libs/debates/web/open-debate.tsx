import { closing } from '@isegoria/processes/web';
import { AskCard, Loaded, useGraph, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import { DebatesDocument, type ListedDebate } from './listed-document';

/** On the home page: the open debate in which somebody spoke last. Nothing where none is. */
export default function OpenDebate() {
  const answer = useGraph(DebatesDocument, { filter: { stage: 'open' }, sort: 'DISCUSSED', first: 1, after: null }, { staleMs: 60_000 });
  return <Loaded answer={answer}>{({ debates: { items: [open] } }) => open && <OpenCard debate={open} />}</Loaded>;
}

function OpenCard({ debate: { id, title, argumentsFor, argumentsAgainst, endsAt } }: { debate: ListedDebate }) {
  const { t, rich } = useWords('debates');
  const processes = useWords('processes');
  const said = argumentsFor + argumentsAgainst;
  return (
    <AskCard
      kind={t('home.kind')}
      title={<span lang="el">{title}</span>}
      lead={t('home.lead')}
      facts={[said > 0 && rich('home.said', { b: (text) => <b>{text}</b> }, { count: said }), endsAt && closing(endsAt, processes)].filter(Boolean)}
      action={<Link to={`/debates/${id}`}>{t('home.act')}</Link>}
    />
  );
}
