import { AskedButton, Button, Card, Disclosure, Form, FormActs, LinkButton, Notice, type Problem, announce, fromCityClock, sayOnArrival, TextArea, TextField, toCityClock, useAct, useWords } from '@isegoria/ui/web';
import { adoptionInput, consultationLimits as limits, extensionInput, publicReason } from '@isegoria/consultations/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { AdoptDocument, ConsultationDocument, ConsultationsDocument, DeskDocument, DiscardDocument, ExtendDocument, PublishDocument, type ShownConsultation, WithdrawDocument } from '../documents';
import { refusalText } from '../refusal-text';
import styles from './official.module.css';

const shown = [ConsultationDocument, ConsultationsDocument, DeskDocument];

/** What the department may do with a consultation now; nothing for anybody else. */
export function OfficialActs({ consultation }: { consultation: ShownConsultation }) {
  const { t } = useWords('consultations');
  const { id, revision, adopted, canEdit, canPublish, canExtend, canWithdraw, canAnswer, canAdopt } = consultation;
  if (![canEdit, canPublish, canExtend, canWithdraw, canAnswer, canAdopt].some(Boolean)) return null;
  return (
    <div className="no-print">
      <Card title={t('official.title')} edge="aegean">
        {canAnswer && <LinkButton to={`/consultations/${id}/answer`}>{t('official.answer')}</LinkButton>}
        {canPublish && <Publish consultation={consultation} />}
        {canEdit && <LinkButton variant="secondary" to={`/consultations/${id}/edit`}>{t('official.edit')}</LinkButton>}
        {canAdopt && <Disclosure label={t(adopted ? 'official.adoptAgain' : 'official.adopt')}><Adopt key={revision} consultation={consultation} /></Disclosure>}
        {canExtend && <Disclosure label={t('official.extend')}><Extend consultation={consultation} /></Disclosure>}
        {canWithdraw && <Disclosure label={t('official.withdraw')}><Withdraw id={id} /></Disclosure>}
        {canPublish && <Discard id={id} />}
      </Card>
    </div>
  );
}

function Publish({ consultation: { id, revision, opensAt } }: { consultation: ShownConsultation }) {
  const words = useWords('consultations');
  const { t, d } = words;
  const [refused, setRefused] = useState<string | null>(null);
  const [isIncomplete, setIncomplete] = useState(false);
  const [publish, { pending }] = useAct(PublishDocument, { refresh: shown });
  const yes = async (close: () => void) => {
    const result = (await publish({ id, revision }))?.publishConsultation;
    if (!result) return;
    close();
    setRefused(null);
    if (result.__typename === 'Invalid') return setIncomplete(true);
    if (result.__typename !== 'ConsultationSaved') return setRefused(refusalText(words, result.reason));
    announce(t('official.published'));
  };
  const isAtOnce = opensAt === null || new Date(opensAt) <= new Date();
  return (
    <>
      <AskedButton act={t('official.publish')} variant="primary" yesVariant="primary" question={t('official.publishAsk')} yes={t('official.publishYes')} pending={pending} onYes={yes}>
        <p>{isAtOnce ? t('official.publishNow') : t('official.publishLater', { date: d(opensAt, 'moment') })}</p>
      </AskedButton>
      {isIncomplete && (
        <Notice tone="problem" live title={t('official.incomplete')}>
          <Link to={`/consultations/${id}/edit?missing`}>{t('official.complete')}</Link>
        </Notice>
      )}
      {refused && <Notice tone="problem" live>{refused}</Notice>}
    </>
  );
}

function Discard({ id }: { id: string }) {
  const words = useWords('consultations');
  const { t } = words;
  const navigate = useNavigate();
  const [refused, setRefused] = useState<string | null>(null);
  const [discard, { pending }] = useAct(DiscardDocument, { refresh: [ConsultationsDocument, DeskDocument] });
  const yes = async (close: () => void) => {
    const result = (await discard({ id }))?.discardConsultation;
    if (!result) return;
    close();
    if ('reason' in result) return setRefused(refusalText(words, result.reason));
    sayOnArrival(t('official.discarded'));
    await navigate('/consultations');
  };
  return (
    <>
      <AskedButton act={t('official.discard')} question={t('official.discardAsk')} yes={t('official.discardYes')} pending={pending} onYes={yes}>
        <p>{t('official.discardLoses')}</p>
      </AskedButton>
      {refused && <Notice tone="problem" live>{refused}</Notice>}
    </>
  );
}

/** What became of an act that a small form sent. */
type Fate = { __typename: string; problems?: readonly Problem[]; reason?: string } | undefined;

/** Where a small form stands: what is wrong with it, and why the city refused it. `take` answers whether it went through. */
function useFate() {
  const words = useWords('consultations');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const take = (fate: Fate, said: string): boolean => {
    setProblems(fate?.problems ?? []);
    setRefused(fate?.reason === undefined ? null : refusalText(words, fate.reason));
    const isDone = fate !== undefined && !fate.problems && fate.reason === undefined;
    if (isDone) announce(said);
    return isDone;
  };
  return { problems, setProblems, refused, take };
}

function Extend({ consultation: { id, closesAt } }: { consultation: ShownConsultation }) {
  const { t } = useWords('consultations');
  const { problems, setProblems, refused, take } = useFate();
  const [typed, setTyped] = useState(() => ({ closesAt: closesAt ? toCityClock(new Date(closesAt)) : '', reason: '' }));
  const [extend, { pending }] = useAct(ExtendDocument, { refresh: shown });
  const send = async () => {
    const to = fromCityClock(typed.closesAt);
    const wrong: Problem[] = problemsOf(extensionInput, { closesAt: to, reason: typed.reason });
    setProblems(wrong);
    if (wrong.length > 0 || !to) return;
    take((await extend({ id, closesAt: to.toISOString(), reason: typed.reason }))?.extendConsultation, t('official.extended'));
  };
  return (
    <Form words="consultations" summary="here" label={t('official.extend')} problems={problems} onSubmit={() => void send()}>
      <TextField name="closesAt" type="datetime-local" label={t('official.newEnd')} hint={t('official.extendHint')} value={typed.closesAt} onChange={(next) => setTyped({ ...typed, closesAt: next })} />
      <TextArea name="reason" rows={3} label={t('official.publicReason')} limit={limits.publicReason} value={typed.reason} onChange={(reason) => setTyped({ ...typed, reason })} />
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs>
        <Button type="submit" pending={pending}>{t('official.extendAct')}</Button>
      </FormActs>
    </Form>
  );
}

function Withdraw({ id }: { id: string }) {
  const { t } = useWords('consultations');
  const { problems, setProblems, refused, take } = useFate();
  const [reason, setReason] = useState('');
  const [withdraw, { pending }] = useAct(WithdrawDocument, { refresh: shown });
  const send = async () => {
    const wrong = problemsOf(publicReason, { reason });
    setProblems(wrong);
    if (wrong.length === 0) take((await withdraw({ id, reason }))?.withdrawConsultation, t('official.withdrawn'));
  };
  return (
    <Form words="consultations" summary="here" label={t('official.withdraw')} problems={problems} onSubmit={() => void send()}>
      <p className={styles.quiet}>{t('official.withdrawHint')}</p>
      <TextArea name="reason" rows={3} label={t('official.publicReason')} limit={limits.publicReason} value={reason} onChange={setReason} />
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs>
        <Button type="submit" variant="danger" pending={pending}>{t('official.withdrawAct')}</Button>
      </FormActs>
    </Form>
  );
}

const noAct = { ada: '', url: '', title: '', note: '' };
/** An act of this site is found by its number; only one that stands elsewhere has a link to type. */
const asTyped = ({ ada, url, title, note }: NonNullable<ShownConsultation['adopted']>) => ({ ada: ada ?? '', url: url.startsWith('/') ? '' : url, title, note });

/** Names the act, or corrects which one it was. */
function Adopt({ consultation: { id, revision, adopted } }: { consultation: ShownConsultation }) {
  const { t } = useWords('consultations');
  const { problems, setProblems, refused, take } = useFate();
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
