import { useState } from 'react';
import { moderationLimits } from '@isegoria/moderation/contracts';
import { Button, Dialog, TextArea, useAct, useWords } from '@isegoria/ui/web';
import { PassCase } from './documents';

/** Leaves the case to another moderator, with a word for them. */
export function PassDialog({ caseId, open, onClose, onPassed }: { caseId: string; open: boolean; onClose(): void; onPassed(): void }) {
  const { t } = useWords('moderation');
  const [note, setNote] = useState('');
  const [pass, { pending }] = useAct(PassCase);
  const send = async () => {
    if (!(await pass({ id: caseId, note: note.slice(0, moderationLimits.note) }))) return;
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
      <TextArea name="note" label={t('pass.note')} optional rows={3} limit={moderationLimits.note} value={note} onChange={setNote} />
    </Dialog>
  );
}
