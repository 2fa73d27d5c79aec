import { Excerpt, Figure, Row, useWords } from '@isegoria/ui/web';
import type { ListedSurvey } from './listed-document';
import { StatusTag } from './status-tag';

/** A survey of a list: how many answered, who asks, how long it takes, and how it stands. */
export function SurveyRow({ survey, level = 2 }: { survey: ListedSurvey; level?: 2 | 3 }) {
  const { t, lt, lang } = useWords('surveys');
  const { id, title, purpose, status, department, questionCount, minutes, people } = survey;
  const said = [department && lt(department.name), t('list.questions', { count: questionCount }), status === 'open' && t('list.minutes', { count: minutes })];
  return (
    <Row
      level={level}
      to={`/surveys/${id}`}
      title={lt(title)}
      lang={lang(title)}
      figure={status !== 'announced' && <Figure value={people} label={t('list.people', { count: people })} />}
      note={said.filter(Boolean).join(', ')}
      tag={<StatusTag {...survey} />}
    >
      <Excerpt lang={lang(purpose)}>{lt(purpose)}</Excerpt>
    </Row>
  );
}
