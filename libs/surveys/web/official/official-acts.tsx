import { AskedButton, Button, Card, Disclosure, Form, FormActs, LinkButton, Notice, type Problem, announce, fromCityClock, sayOnArrival, TextArea, TextField, toCityClock, useAct, useWords } from '@isegoria/ui/web';
import { extensionInput, publicReason, surveyLimits as limits } from '@isegoria/surveys/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { DeskDocument, DiscardDocument, ExtendDocument, PublishDocument, type ShownSurvey, SurveyDocument, SurveysDocument, WithdrawDocument } from '../documents';
import { refusalText } from '../refusal-text';
import styles from './official.module.css';

const shown = [SurveyDocument, SurveysDocument, DeskDocument];

/** What the department may do with a survey now; nothing for anybody else. */
export function OfficialActs({ survey }: { survey: ShownSurvey }) {
  const { t } = useWords('surveys');
  const { id, canEdit, canPublish, canExtend, canWithdraw, canReport } = survey;
  if (![canEdit, canPublish, canExtend, canWithdraw, canReport].some(Boolean)) return null;
  return (
    <div className="no-print">
      <Card title={t('official.title')} edge="aegean">
        {canReport && <LinkButton to={`/surveys/${id}/report`}>{t('official.report')}</LinkButton>}
        {canPublish && <Publish survey={survey} />}
        {canEdit && <LinkButton variant="secondary" to={`/surveys/${id}/edit`}>{t('official.edit')}</LinkButton>}
        {canEdit && <LinkButton variant="secondary" to={`/surveys/${id}/answer`}>{t('official.preview')}</LinkButton>}
        {canExtend && <Disclosure label={t('official.extend')}><Extend survey={survey} /></Disclosure>}
        {canWithdraw && <Disclosure label={t('official.withdraw')}><Withdraw id={id} /></Disclosure>}
        {canPublish && <Discard id={id} />}
      </Card>
    </div>
  );
}

function Publish({ survey: { id, revision, opensAt } }: { survey: ShownSurvey }) {
  const words = useWords('surveys');
  const { t, d } = words;
  const [refused, setRefused] = useState<string | null>(null);
  const [isIncomplete, setIncomplete] = useState(false);
  const [publish, { pending }] = useAct(PublishDocument, { refresh: shown });
  const yes = async (close: () => void) => {
    const result = (await publish({ id, revision }))?.publishSurvey;
    if (!result) return;
    close();
    setRefused(null);
    if (result.__typename === 'Invalid') return setIncomplete(true);
    if (result.__typename !== 'SurveySaved') return setRefused(refusalText(words, result.reason));
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
          <Link to={`/surveys/${id}/edit?missing`}>{t('official.complete')}</Link>
        </Notice>
      )}
      {refused && <Notice tone="problem" live>{refused}</Notice>}
    </>
  );
}

function Discard({ id }: { id: string }) {
  const words = useWords('surveys');
  const { t } = words;
  const navigate = useNavigate();
  const [refused, setRefused] = useState<string | null>(null);
  const [discard, { pending }] = useAct(DiscardDocument, { refresh: [SurveysDocument, DeskDocument] });
  const yes = async (close: () => void) => {
    const result = (await discard({ id }))?.discardSurvey;
    if (!result) return;
    close();
    if ('reason' in result) return setRefused(refusalText(words, result.reason));
    sayOnArrival(t('official.discarded'));
    await navigate('/surveys');
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
  const words = useWords('surveys');
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

function Extend({ survey: { id, closesAt } }: { survey: ShownSurvey }) {
  const { t } = useWords('surveys');
  const { problems, setProblems, refused, take } = useFate();
  const [typed, setTyped] = useState(() => ({ closesAt: closesAt ? toCityClock(new Date(closesAt)) : '', reason: '' }));
  const [extend, { pending }] = useAct(ExtendDocument, { refresh: shown });
  const send = async () => {
    const to = fromCityClock(typed.closesAt);
    const wrong: Problem[] = problemsOf(extensionInput, { closesAt: to, reason: typed.reason });
    setProblems(wrong);
    if (wrong.length > 0 || !to) return;
    take((await extend({ id, closesAt: to.toISOString(), reason: typed.reason }))?.extendSurvey, t('official.extended'));
  };
  return (
    <Form words="surveys" summary="here" label={t('official.extend')} problems={problems} onSubmit={() => void send()}>
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
  const { t } = useWords('surveys');
  const { problems, setProblems, refused, take } = useFate();
  const [reason, setReason] = useState('');
  const [withdraw, { pending }] = useAct(WithdrawDocument, { refresh: shown });
  const send = async () => {
    const wrong = problemsOf(publicReason, { reason });
    setProblems(wrong);
    if (wrong.length === 0) take((await withdraw({ id, reason }))?.withdrawSurvey, t('official.withdrawn'));
  };
  return (
    <Form words="surveys" summary="here" label={t('official.withdraw')} problems={problems} onSubmit={() => void send()}>
      <p className={styles.quiet}>{t('official.withdrawHint')}</p>
      <TextArea name="reason" rows={3} label={t('official.publicReason')} limit={limits.publicReason} value={reason} onChange={setReason} />
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs>
        <Button type="submit" variant="danger" pending={pending}>{t('official.withdrawAct')}</Button>
      </FormActs>
    </Form>
  );
}
