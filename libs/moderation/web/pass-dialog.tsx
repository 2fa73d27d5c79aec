import { useState } from 'react';
import { moderationLimits } from '@isegoria/moderation/contracts';
import { Button, Dialog, Notice, TextArea, useAct, useWords } from '@isegoria/ui/web';
import { PassCase } from './documents';

/** Leaves the case to another moderator, with a word for them. */
export function PassDialog({ caseId, open, onClose, onPassed }: { caseId: string; open: boolean; onClose(): void; onPassed(): void }) {
  const { t } = useWords('moderation');
  const [note, setNote] = useState('');
  const [isGone, setGone] = useState(false);
  const [pass, { pending }] = useAct(PassCase);
  const send = async () => {
    const answer = (await pass({ id: caseId, note: note.slice(0, moderationLimits.note) }))?.passCase;
    if (!answer) return;
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
      <TextArea name="note" label={t('pass.note')} optional rows={3} limit={moderationLimits.note} value={note} onChange={setNote} />
      {isGone && <Notice tone="problem" live>{t('decide.refused.not_claimed')}</Notice>}
    </Dialog>
  );
}
