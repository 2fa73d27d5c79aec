import { useState } from 'react';
import { problemsOf } from '@isegoria/kernel/contracts';
import { moderationLimits, reopenSchema } from '@isegoria/moderation/contracts';
import { announce, Button, Dialog, Form, Notice, type Problem, TextArea, useAct, useWords } from '@isegoria/ui/web';
import { MyDecisions, PublicLogPage, QueueOf, ReopenCase } from './documents';

/** For moderators: has a decision looked at again that was seen to be wrong after it had left, with the reason for the next one. */
export function Reopen({ id, name }: { id: string; name: string }) {
  const { t } = useWords('moderation');
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [reopen, { pending }] = useAct(ReopenCase, { refresh: [QueueOf, MyDecisions, PublicLogPage] });
  const send = async () => {
    const wrong = problemsOf(reopenSchema, { reason });
    setProblems(wrong);
    const answer = wrong.length === 0 ? (await reopen({ id, reason }))?.reopenCase : null;
    if (!answer) return;
    if (answer.__typename === 'Invalid') return setProblems(answer.problems);
    if (answer.__typename !== 'CaseReopened') return setRefused(answer.reason);
    setOpen(false);
    announce(t('reopen.done'));
  };
  const actions = (
    <Button pending={pending} onClick={() => void send()}>
      {t('reopen.send')}
    </Button>
  );
  return (
    <div>
      <Button variant="quiet" label={t('reopen.label', { name })} onClick={() => setOpen(true)}>
        {t('reopen.act')}
      </Button>
      <Dialog title={t('reopen.title')} open={open} onClose={() => setOpen(false)} actions={actions}>
        <p>{t('reopen.how')}</p>
        <Form words="moderation" problems={problems} summary="here" onSubmit={() => void send()}>
          <TextArea name="reason" label={t('reopen.reason')} rows={3} limit={moderationLimits.note} value={reason} onChange={setReason} />
        </Form>
        {refused && <Notice tone="problem" live>{t(`reopen.refused.${refused}`)}</Notice>}
      </Dialog>
    </div>
  );
}
