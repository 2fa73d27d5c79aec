import { postponeForm } from '@isegoria/insights/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { announce, BothLanguages, Button, Dialog, Form, fromCityClock, Notice, type Problem, TextField, useAct, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { PostponeSittingMutation, SittingQuery, SittingsQuery, SittingViewQuery } from './documents';

const NOTHING = { startsAt: '', reason: { el: '', en: '' } };

/** For clerks: puts a sitting on another day, with the reason that everybody reads. */
export function Postpone({ id }: { id: string }) {
  const { t } = useWords('insights');
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(NOTHING);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [postpone, { pending }] = useAct(PostponeSittingMutation, { refresh: [SittingQuery, SittingsQuery, SittingViewQuery] });
  const setReason = (change: Partial<typeof NOTHING.reason>) => setDraft({ ...draft, reason: { ...draft.reason, ...change } });
  const send = async () => {
    const startsAt = fromCityClock(draft.startsAt) ?? new Date(Number.NaN);
    const wrong = problemsOf(postponeForm, { ...draft, startsAt });
    setProblems(wrong);
    setRefused(null);
    const answer = wrong.length === 0 ? (await postpone({ id, startsAt: startsAt.toISOString(), reason: draft.reason }))?.postponeSitting : null;
    if (!answer) return;
    if (answer.__typename === 'Invalid') return setProblems(answer.problems);
    if (answer.__typename !== 'SittingSaved') return setRefused(answer.reason);
    setOpen(false);
    setDraft(NOTHING);
    announce(t('postpone.done'));
  };
  const actions = (
    <Button pending={pending} onClick={() => void send()}>
      {t('postpone.send')}
    </Button>
  );
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {t('postpone.act')}
      </Button>
      <Dialog title={t('postpone.title')} open={open} onClose={() => setOpen(false)} actions={actions}>
        <p>{t('postpone.how')}</p>
        <Form words="insights" problems={problems} summary="here" onSubmit={() => void send()}>
          <TextField name="startsAt" type="datetime-local" width="medium" label={t('postpone.startsAt')} value={draft.startsAt} onChange={(startsAt) => setDraft({ ...draft, startsAt })} />
          <BothLanguages name="reason" label={t('postpone.reasonEl')} labelEn={t('postpone.reasonEn')} value={draft.reason} onChange={setReason} />
        </Form>
        {refused && <Notice tone="problem" live title={t(`sitting.refused.${refused}`)} />}
      </Dialog>
    </>
  );
}
