import { useState } from 'react';
import { problemsOf } from '@isegoria/kernel/contracts';
import { moderationLimits, passSchema } from '@isegoria/moderation/contracts';
import { Button, Dialog, Form, Notice, type Problem, TextArea, useAct, useWords } from '@isegoria/ui/web';
import { PassCase } from '../documents';

/** Leaves the case to another moderator, with a word for them. */
export function PassDialog({ caseId, open, onClose, onPassed }: { caseId: string; open: boolean; onClose(): void; onPassed(): void }) {
  const { t } = useWords('moderation');
  const [note, setNote] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isGone, setGone] = useState(false);
  const [pass, { pending }] = useAct(PassCase);
  const send = async () => {
    const wrong = problemsOf(passSchema, { note });
    setProblems(wrong);
    if (wrong.length > 0) return;
    const answer = (await pass({ id: caseId, note }))?.passCase;
    if (!answer) return;
    if (answer.__typename === 'Invalid') return setProblems(answer.problems);
    if (answer.__typename !== 'CaseReleased') return setGone(true);
    onClose();
    onPassed();
  };
  const actions = (
    <Button pending={pending} onClick={() => void send()}>
      {t('pass.send')}
    </Button>
  );
  return (
    <Dialog title={t('pass.title')} open={open} onClose={onClose} actions={actions}>
      <Form words="moderation" problems={problems} summary="here" onSubmit={() => void send()}>
        <TextArea name="note" label={t('pass.note')} optional rows={3} limit={moderationLimits.note} value={note} onChange={setNote} />
      </Form>
      {isGone && <Notice tone="problem" live>{t('decide.refused.not_claimed')}</Notice>}
    </Dialog>
  );
}
