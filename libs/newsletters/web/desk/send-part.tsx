import { useState } from 'react';
import { useNavigate } from 'react-router';
import { sentForm } from '@isegoria/newsletters/contracts';
import { type FieldProblem, problemsOf } from '@isegoria/kernel/contracts';
import { AskedAct, Button, Card, Dialog, Form, FormActs, fromCityClock, Notice, TextField, useAct, useFate, useGraph, useWords } from '@isegoria/ui/web';
import { DeskDocument, type Draft, DraftDocument, ProofNewsletter, ReachDocument, RemoveNewsletter, SendNewsletter, StopNewsletter } from '../documents';

/** To how many a letter goes, a proof to oneself, and the press that sends it. */
export function SendPart({ draft, isTouched }: { draft: Draft; isTouched: boolean }) {
  const { t } = useWords('newsletters');
  const { id, revision, text, audience } = draft;
  const [at, setAt] = useState('');
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [said, setSaid] = useState<{ tone: 'done' | 'problem'; text: string } | null>(null);
  const [isSure, setSure] = useState(false);
  const count = useGraph(ReachDocument, audience, { staleMs: 0 }).data?.newsletterReach;
  const [proof, proving] = useAct(ProofNewsletter);
  const [send, sending] = useAct(SendNewsletter, { refresh: [DraftDocument, DeskDocument] });
  const refusal = (reason: string) => setSaid({ tone: 'problem', text: t(`refused.${reason}`) });
  const tryIt = async () => {
    setSaid(null);
    const outcome = (await proof({ id }))?.proofNewsletter;
    if (outcome?.__typename === 'NewsletterProofSent') return setSaid({ tone: 'done', text: t('edit.proofSent', { email: outcome.email }) });
    if (outcome) refusal(outcome.__typename === 'NotAllowed' ? outcome.reason : 'newsletter');
  };
  const ask = () => {
    setSaid(null);
    const wrong = problemsOf(sentForm, { text });
    setProblems(wrong);
    if (isTouched) return setSaid({ tone: 'problem', text: t('edit.saveFirst') });
    if (wrong.length === 0) setSure(true);
  };
  const go = async () => {
    const outcome = (await send({ id, revision, at: fromCityClock(at)?.toISOString() ?? null }))?.sendNewsletter;
    setSure(false);
    if (outcome?.__typename === 'Invalid') return setProblems(outcome.problems as FieldProblem[]);
    if (outcome && outcome.__typename !== 'NewsletterSaved') refusal(outcome.__typename === 'NotAllowed' ? outcome.reason : 'newsletter');
  };
  return (
    <Card title={t('edit.sendTitle')}>
      {said && <Notice tone={said.tone} live>{said.text}</Notice>}
      {count !== undefined && <p>{t('edit.reach', { count })}</p>}
      <Form words="newsletters" summary="here" problems={problems} onSubmit={ask}>
        <TextField name="at" type="datetime-local" width="medium" optional label={t('field.at')} hint={t('hint.at')} value={at} onChange={setAt} />
        <FormActs>
          <Button type="submit">{t('edit.send')}</Button>
          <Button variant="secondary" pending={proving.pending} onClick={() => void tryIt()}>
            {t('edit.proof')}
          </Button>
          <RemoveButton id={id} />
        </FormActs>
      </Form>
      <Dialog open={isSure} title={t('edit.sendSure')} onClose={() => setSure(false)} actions={<Button pending={sending.pending} onClick={() => void go()}>{t('edit.send')}</Button>}>
        <p>{t('edit.sendText', { count: count ?? 0 })}</p>
      </Dialog>
    </Card>
  );
}

function RemoveButton({ id }: { id: string }) {
  const { t } = useWords('newsletters');
  const navigate = useNavigate();
  const [remove, { pending }] = useAct(RemoveNewsletter, { refresh: [DeskDocument] });
  const run = async () => {
    const fate = (await remove({ id }))?.removeNewsletter;
    if (fate?.__typename === 'NewsletterRemoved') void navigate('/newsletters/desk');
    return fate;
  };
  return (
    <AskedAct words="newsletters" act={t('edit.remove')} variant="quiet" question={t('edit.removeSure')} yes={t('edit.remove')} pending={pending} done={t('edit.removed')} run={run}>
      <p>{t('edit.removeText')}</p>
    </AskedAct>
  );
}

/** Whoever has a letter has it; nobody else gets it. */
export function StopButton({ id }: { id: string }) {
  const { t } = useWords('newsletters');
  const { refused, take } = useFate('newsletters');
  const [stop, { pending }] = useAct(StopNewsletter, { refresh: [DraftDocument, DeskDocument] });
  const press = async () => void take((await stop({ id }))?.stopNewsletter, t('edit.stopped'));
  return (
    <>
      <div><Button variant="danger" pending={pending} onClick={() => void press()}>{t('edit.stop')}</Button></div>
      {refused && <Notice tone="problem" live>{refused}</Notice>}
    </>
  );
}
