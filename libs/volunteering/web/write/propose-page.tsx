import { RequireRole } from '@isegoria/identity/web';
import { drawnId, problemsOf } from '@isegoria/kernel/contracts';
import { Page, sayOnArrival, useAct, useKept, useWords } from '@isegoria/ui/web';
import { callDraft, callProposed } from '@isegoria/volunteering/contracts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { CallDocument, MyCallsDocument, ProposeCallDocument } from '../documents';
import { CallForm, sentOf } from './call-form';
import { blank, type Typed } from './typed';

/** Where a citizen proposes a call. What is typed stays in this tab until it is handed in. */
export function Component() {
  const { t } = useWords('volunteering');
  return (
    <RequireRole roles={['citizen']}>
      <Page title={t('propose.title')} lead={t('propose.lead')} back={{ to: '/volunteering', label: t('page.all') }}><Proposing /></Page>
    </RequireRole>
  );
}

function Proposing() {
  const { t } = useWords('volunteering');
  const navigate = useNavigate();
  // The page chooses the id, so that handing in twice makes one.
  const [first] = useState(drawnId);
  const [start] = useState(() => ({ id: first, ...blank('') }));
  const [typed, keep, forget] = useKept<Typed & { id: string }>('volunteering:propose', start);
  const [propose, { pending }] = useAct(ProposeCallDocument, { refresh: [CallDocument, MyCallsDocument] });
  const { id, ...form } = typed;
  return (
    <CallForm
      label={t('propose.title')} isProposal typed={form} pending={pending} act={t('propose.send')} note={t('propose.next')} change={(part) => keep((before) => ({ ...before, ...(typeof part === 'function' ? part(before) : part) }))}
      check={(filled) => [...problemsOf(callDraft, filled), ...problemsOf(callProposed, filled)]}
      send={async (filled) => (await propose({ id, revision: null, input: sentOf(filled) }))?.proposeVolunteerCall}
      onSent={async () => {
        forget();
        sayOnArrival(t('propose.sent'));
        await navigate(`/volunteering/${id}`);
      }}
    />
  );
}
