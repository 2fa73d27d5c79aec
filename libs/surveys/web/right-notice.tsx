import { LinkButton, Notice, useGraph, useWords } from '@isegoria/ui/web';
import { SurveyRightDocument } from './documents';

const theirsToMend = ['birth_year', 'district', 'no_district', 'unconfirmed'];

/** Why the survey does not ask who reads it, before they fill it in, with the way to what is missing. Nothing where it does. */
export function RightNotice({ surveyId }: { surveyId: string }) {
  const { t } = useWords('surveys');
  const reason = useGraph(SurveyRightDocument, { ballotId: `survey:${surveyId}` }).data?.votingRight.reason;
  if (!reason || reason === 'sign_in') return null;
  return (
    <Notice tone="warning" title={t(`who.reason.${reason}`)}>
      {theirsToMend.includes(reason) && <LinkButton variant="secondary" to="/account">{t('who.account')}</LinkButton>}
    </Notice>
  );
}
