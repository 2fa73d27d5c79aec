import { RequireRole } from '@isegoria/identity/web';
import { Loaded, useGraph } from '@isegoria/ui/web';
import { useParams } from 'react-router';
import { Answering } from '../answering';
import { QuestionsDocument } from '../documents';
import { MissingSurvey } from '../survey-page';

/** The survey exactly as citizens answer it, before it is published or open. */
export function Component() {
  const { id = '' } = useParams();
  const answer = useGraph(QuestionsDocument, { id }, { staleMs: 0 });
  return (
    <RequireRole roles={['official', 'administrator']}>
      <Loaded answer={answer}>{({ survey, surveySections }) => (survey ? <Answering isPreview survey={survey} sections={surveySections} mine={null} /> : <MissingSurvey />)}</Loaded>
    </RequireRole>
  );
}
