import { initiativeLimits as limits, verifyInput } from '@isegoria/initiatives/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Button, Form, FormActs, Notice, TextArea, TextField, useAct, useFate, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { DeskDocument, InitiativeDocument, type ShownInitiative, VerifyDocument } from '../documents';

/** How many of the signatures the electoral roll confirms. */
export function VerifyForm({ initiative: { id, signatures, terms } }: { initiative: ShownInitiative }) {
  const { t, n } = useWords('initiatives');
  const { problems, setProblems, refused, take } = useFate('initiatives');
  const [typed, setTyped] = useState({ valid: '', note: '' });
  const [verify, { pending }] = useAct(VerifyDocument, { refresh: [InitiativeDocument, DeskDocument] });
  const send = async () => {
    const input = { valid: Number(typed.valid || NaN), note: typed.note };
    const wrong = problemsOf(verifyInput, input);
    setProblems(wrong);
    if (wrong.length === 0) take((await verify({ id, ...input }))?.verifyInitiative, t('official.verified'));
  };
  return (
    <Form words="initiatives" summary="here" label={t('official.verify')} problems={problems} onSubmit={() => void send()}>
      <TextField name="valid" inputMode="numeric" width="short" label={t('field.valid')} hint={t('official.validHint', { of: n(signatures.total), needed: n(terms.needed) })} value={typed.valid} onChange={(valid) => setTyped({ ...typed, valid })} />
      <TextArea name="note" optional rows={3} label={t('field.note')} limit={limits.words} value={typed.note} onChange={(note) => setTyped({ ...typed, note })} />
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs>
        <Button type="submit" pending={pending}>{t('official.verifyAct')}</Button>
      </FormActs>
    </Form>
  );
}
