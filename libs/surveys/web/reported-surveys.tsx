import { Rows, Section, useGraph, useWords } from '@isegoria/ui/web';
import { SurveysDocument } from './listed-document';
import { SurveyRow } from './survey-row';

/** What departments lately learned by asking. Nothing until one has said so. */
export default function ReportedSurveys() {
  const { t } = useWords('surveys');
  const items = useGraph(SurveysDocument, { filter: null, sort: 'REPORTED', first: 2, after: null }, { staleMs: 60_000 }).data?.surveys.items.filter(({ report }) => report !== null) ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={t('home.reported')} more={{ to: '/surveys', label: t('page.all') }}>
      <Rows label={t('home.reported')}>
        {items.map((survey) => (
          <SurveyRow key={survey.id} level={3} survey={survey} />
        ))}
      </Rows>
    </Section>
  );
}
