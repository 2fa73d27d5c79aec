import { Card, Disclosure, LinkButton, useWords } from '@isegoria/ui/web';
import type { ShownInitiative } from '../documents';
import { AnswerForm } from './answer-form';
import { DecideForm } from './decide-form';
import { SheetsForm } from './sheets-form';
import { VerifyForm } from './verify-form';

/** What the clerk may do with an initiative now; nothing for anybody else. */
export function OfficialActs({ initiative }: { initiative: ShownInitiative }) {
  const { t } = useWords('initiatives');
  const { id, mine: { canDecide, canCount, canVerify, canAnswer }, answer, revision } = initiative;
  if (![canDecide, canCount, canVerify, canAnswer].some(Boolean)) return null;
  return (
    <div className="no-print">
      <Card title={t('official.title')} edge="aegean">
        {canDecide && <DecideForm initiative={initiative} />}
        {canCount && <Disclosure label={t('official.sheets')}><SheetsForm id={id} /></Disclosure>}
        {(canVerify || canAnswer) && <LinkButton variant="secondary" to={`/initiatives/${id}/check-list`}>{t('official.checkList')}</LinkButton>}
        {canVerify && <VerifyForm initiative={initiative} />}
        {canAnswer && (answer ? <Disclosure label={t('official.answerAgain')}><AnswerForm key={revision} initiative={initiative} /></Disclosure> : <AnswerForm initiative={initiative} />)}
      </Card>
    </div>
  );
}
