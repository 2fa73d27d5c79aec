import { closing } from '@isegoria/processes/web';
import { AskCard, Loaded, useGraph, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import { type ListedSurvey, SurveysDocument } from './listed-document';

/** On the home page: the survey that is open and closes soonest. Nothing where none is. */
export default function OpenSurvey() {
  const answer = useGraph(SurveysDocument, { filter: { status: 'open' }, sort: 'CLOSING', first: 1, after: null }, { staleMs: 60_000 });
  return <Loaded answer={answer}>{({ surveys: { items: [open] } }) => open && <OpenCard survey={open} />}</Loaded>;
}

function OpenCard({ survey: { id, title, questionCount, minutes, people, closesAt } }: { survey: ListedSurvey }) {
  const { t, lt, rich } = useWords('surveys');
  const processes = useWords('processes');
  return (
    <AskCard
      kind={t('home.kind')}
      title={lt(title)}
      lead={`${t('list.questions', { count: questionCount })}, ${t('list.minutes', { count: minutes })}. ${t('home.lead')}`}
      facts={[people > 0 && rich('home.people', { b: (text) => <b>{text}</b> }, { count: people }), closesAt && closing(closesAt, processes)].filter(Boolean)}
      action={<Link to={`/surveys/${id}`}>{t('home.answer')}</Link>}
    />
  );
}
