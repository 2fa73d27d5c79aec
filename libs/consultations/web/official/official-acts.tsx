import { adoptionInput, consultationLimits as limits } from '@isegoria/consultations/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { DiscardAct, ExtendForm, PublishAct, WithdrawForm } from '@isegoria/processes/web';
import { Button, Card, Disclosure, Form, FormActs, LinkButton, Notice, TextArea, TextField, useAct, useFate, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { AdoptDocument, ConsultationDocument, ConsultationsDocument, DeskDocument, DiscardDocument, ExtendDocument, PublishDocument, type ShownConsultation, WithdrawDocument } from '../documents';

const shown = [ConsultationDocument, ConsultationsDocument, DeskDocument];

/** What the department may do with a consultation now; nothing for anybody else. */
export function OfficialActs({ consultation }: { consultation: ShownConsultation }) {
  const { t } = useWords('consultations');
  const { id, revision, opensAt, closesAt, adopted, canEdit, canPublish, canExtend, canWithdraw, canAnswer, canAdopt } = consultation;
  const [publish, publishing] = useAct(PublishDocument, { refresh: shown });
  const [discard, discarding] = useAct(DiscardDocument, { refresh: [ConsultationsDocument, DeskDocument] });
  const [extend, extending] = useAct(ExtendDocument, { refresh: shown });
  const [withdraw, withdrawing] = useAct(WithdrawDocument, { refresh: shown });
  if (![canEdit, canPublish, canExtend, canWithdraw, canAnswer, canAdopt].some(Boolean)) return null;
  return (
    <div className="no-print">
      <Card title={t('official.title')} edge="aegean">
        {canAnswer && <LinkButton to={`/consultations/${id}/answer`}>{t('official.answer')}</LinkButton>}
        {canPublish && <PublishAct words="consultations" opensAt={opensAt} completeAt={`/consultations/${id}/edit?missing`} {...publishing} publish={async () => (await publish({ id, revision }))?.publishConsultation} />}
        {canEdit && <LinkButton variant="secondary" to={`/consultations/${id}/edit`}>{t('official.edit')}</LinkButton>}
        {canAdopt && <Disclosure label={t(adopted ? 'official.adoptAgain' : 'official.adopt')}><Adopt key={revision} consultation={consultation} /></Disclosure>}
        {canExtend && (
          <Disclosure label={t('official.extend')}>
            <ExtendForm words="consultations" closesAt={closesAt} {...extending} extend={async (to, reason) => (await extend({ id, closesAt: to, reason }))?.extendConsultation} />
          </Disclosure>
        )}
        {canWithdraw && (
          <Disclosure label={t('official.withdraw')}>
            <WithdrawForm words="consultations" {...withdrawing} withdraw={async (reason) => (await withdraw({ id, reason }))?.withdrawConsultation} />
          </Disclosure>
        )}
        {canPublish && <DiscardAct words="consultations" list="/consultations" {...discarding} discard={async () => (await discard({ id }))?.discardConsultation} />}
      </Card>
    </div>
  );
}

const noAct = { ada: '', url: '', title: '', note: '' };
/** An act of this site is found by its number; only one that stands elsewhere has a link to type. */
const asTyped = ({ ada, url, title, note }: NonNullable<ShownConsultation['adopted']>) => ({ ada: ada ?? '', url: url.startsWith('/') ? '' : url, title, note });

/** Names the act, or corrects which one it was. */
function Adopt({ consultation: { id, revision, adopted } }: { consultation: ShownConsultation }) {
  const { t } = useWords('consultations');
  const { problems, setProblems, refused, take } = useFate('consultations');
  const [typed, setTyped] = useState(adopted ? asTyped(adopted) : noAct);
  const [adopt, { pending }] = useAct(AdoptDocument, { refresh: shown });
  const send = async () => {
    const input = { ada: typed.ada.trim() || null, url: typed.url.trim() || null, title: typed.title, note: typed.note };
    const wrong = problemsOf(adoptionInput, input);
    setProblems(wrong);
    if (wrong.length === 0) take((await adopt({ id, revision, input }))?.adoptConsultation, t('official.adopted'));
  };
  return (
    <Form words="consultations" summary="here" label={t(adopted ? 'official.adoptAgain' : 'official.adopt')} problems={problems} onSubmit={() => void send()}>
      <TextField name="ada" optional width="medium" label={t('field.ada')} hint={t('official.adaHint')} value={typed.ada} onChange={(ada) => setTyped({ ...typed, ada })} />
      <TextField name="url" optional type="url" label={t('field.url')} hint={t('official.urlHint')} value={typed.url} onChange={(url) => setTyped({ ...typed, url })} />
      <TextField name="title" optional label={t('field.actTitle')} value={typed.title} onChange={(title) => setTyped({ ...typed, title })} />
      <TextArea name="note" optional rows={3} label={t('field.note')} hint={t('official.noteHint')} limit={limits.note} value={typed.note} onChange={(note) => setTyped({ ...typed, note })} />
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs>
        <Button type="submit" pending={pending}>{t(adopted ? 'official.adoptAgainAct' : 'official.adoptAct')}</Button>
      </FormActs>
    </Form>
  );
}
