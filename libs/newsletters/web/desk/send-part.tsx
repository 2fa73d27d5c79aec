import { useState } from 'react';
import { useNavigate } from 'react-router';
import { sentForm } from '@isegoria/newsletters/contracts';
import { type FieldProblem, problemsOf } from '@isegoria/kernel/contracts';
import { announce, Button, Card, Dialog, Form, FormActs, fromCityClock, Notice, TextField, useAct, useGraph, useWords } from '@isegoria/ui/web';
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
    if (outcome) refusal(outcome.__typename === 'NotAllowed' ? outcome.reason : 'gone');
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
    if (outcome && outcome.__typename !== 'NewsletterSaved') refusal(outcome.__typename === 'NotAllowed' ? outcome.reason : 'gone');
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
  const [isSure, setSure] = useState(false);
  const [remove, { pending }] = useAct(RemoveNewsletter, { refresh: [DeskDocument] });
  const press = async () => {
    if ((await remove({ id }))?.removeNewsletter.__typename !== 'NewsletterRemoved') return;
    announce(t('edit.removed'));
    void navigate('/newsletters/desk');
  };
  return (
    <>
      <Button variant="quiet" onClick={() => setSure(true)}>
        {t('edit.remove')}
      </Button>
      <Dialog open={isSure} title={t('edit.removeSure')} onClose={() => setSure(false)} actions={<Button variant="danger" pending={pending} onClick={() => void press()}>{t('edit.remove')}</Button>}>
        <p>{t('edit.removeText')}</p>
      </Dialog>
    </>
  );
}

/** Whoever has a letter has it; nobody else gets it. */
export function StopButton({ id }: { id: string }) {
  const { t } = useWords('newsletters');
  const [stop, { pending }] = useAct(StopNewsletter, { refresh: [DraftDocument, DeskDocument] });
  return (
    <p>
      <Button variant="danger" pending={pending} onClick={() => void stop({ id })}>
        {t('edit.stop')}
      </Button>
    </p>
  );
}
