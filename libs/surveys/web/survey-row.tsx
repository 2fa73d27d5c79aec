import { Figure, Row, useWords } from '@isegoria/ui/web';
import type { ListedSurvey } from './listed-document';
import { StatusTag } from './status-tag';
import styles from './surveys.module.css';

/** A survey of a list: what it is for, how many answered, how it stands; of a reported one what came of it. */
export function SurveyRow({ survey, level = 2 }: { survey: ListedSurvey; level?: 2 | 3 }) {
  const { t, lt, lang } = useWords('surveys');
  const { id, title, purpose, department, questionCount, minutes, people, report } = survey;
  return (
    <Row
      level={level}
      to={`/surveys/${id}`}
      title={lt(title)}
      lang={lang(title)}
      figure={people > 0 ? <Figure value={people} label={t('list.people', { count: people })} /> : undefined}
      note={[department && lt(department.name), t('page.size', { count: questionCount, minutes })].filter(Boolean).join(', ')}
      tag={<StatusTag {...survey} />}
    >
      <p className={styles.excerpt} lang={report ? 'el' : lang(purpose)}>
        {report ? report.does : lt(purpose)}
      </p>
    </Row>
  );
}
