import { DiscardAct, ExtendForm, PublishAct, WithdrawForm } from '@isegoria/processes/web';
import { Card, Disclosure, LinkButton, useAct, useWords } from '@isegoria/ui/web';
import { DeskDocument, DiscardDocument, ExtendDocument, PublishDocument, type ShownSurvey, SurveyDocument, SurveysDocument, WithdrawDocument } from '../documents';

const shown = [SurveyDocument, SurveysDocument, DeskDocument];

/** What the department may do with a survey now; nothing for anybody else. */
export function OfficialActs({ survey }: { survey: ShownSurvey }) {
  const { t } = useWords('surveys');
  const { id, revision, opensAt, closesAt, canEdit, canPublish, canExtend, canWithdraw, canReport, canEnter, channels } = survey;
  const [publish, publishing] = useAct(PublishDocument, { refresh: shown });
  const [discard, discarding] = useAct(DiscardDocument, { refresh: [SurveysDocument, DeskDocument] });
  const [extend, extending] = useAct(ExtendDocument, { refresh: shown });
  const [withdraw, withdrawing] = useAct(WithdrawDocument, { refresh: shown });
  if (![canEdit, canPublish, canExtend, canWithdraw, canReport, canEnter].some(Boolean)) return null;
  return (
    <div className="no-print">
      <Card title={t('official.title')} edge="aegean">
        {canReport && <LinkButton to={`/surveys/${id}/report`}>{t('official.report')}</LinkButton>}
        {canPublish && <PublishAct words="surveys" opensAt={opensAt} completeAt={`/surveys/${id}/edit?missing`} {...publishing} publish={async () => (await publish({ id, revision }))?.publishSurvey} />}
        {canEdit && <LinkButton variant="secondary" to={`/surveys/${id}/edit`}>{t('official.edit')}</LinkButton>}
        {canEdit && <LinkButton variant="secondary" to={`/surveys/${id}/answer`}>{t('official.preview')}</LinkButton>}
        {canEnter && <LinkButton variant="secondary" to={`/surveys/${id}/desk`}>{t('official.enter')}</LinkButton>}
        {canEdit && channels.length > 0 && <LinkButton variant="secondary" to={`/surveys/${id}/sheet`}>{t('official.sheet')}</LinkButton>}
        {canExtend && (
          <Disclosure label={t('official.extend')}>
            <ExtendForm words="surveys" closesAt={closesAt} {...extending} extend={async (to, reason) => (await extend({ id, closesAt: to, reason }))?.extendSurvey} />
          </Disclosure>
        )}
        {canWithdraw && (
          <Disclosure label={t('official.withdraw')}>
            <WithdrawForm words="surveys" {...withdrawing} withdraw={async (reason) => (await withdraw({ id, reason }))?.withdrawSurvey} />
          </Disclosure>
        )}
        {canPublish && <DiscardAct words="surveys" list="/surveys" {...discarding} discard={async () => (await discard({ id }))?.discardSurvey} />}
      </Card>
    </div>
  );
}
