import { SignInLink } from '@isegoria/identity/web';
import { LinkButton, Notice, useGraph, useWords } from '@isegoria/ui/web';
import { RightDocument } from './documents';

const theirsToMend = ['birth_year', 'district', 'no_district', 'unconfirmed'];

/** Before they begin: why a survey does not ask who reads it, with the way to what they lack. Nothing to whom it asks; the rules stand in its facts. */
export function WhoIsAsked({ surveyId }: { surveyId: string }) {
  const { t } = useWords('surveys');
  const reason = useGraph(RightDocument, { ballotId: `survey:${surveyId}` }).data?.votingRight.reason;
  if (!reason) return null;
  if (reason === 'sign_in') return <Notice>{t('who.reason.sign_in')} <SignInLink plain /></Notice>;
  return (
    <Notice tone="warning" title={t('who.mayNot')}>
      <p>{t(`who.reason.${reason}`)}</p>
      {theirsToMend.includes(reason) && <LinkButton variant="secondary" to="/account">{t('who.toAccount')}</LinkButton>}
    </Notice>
  );
}
