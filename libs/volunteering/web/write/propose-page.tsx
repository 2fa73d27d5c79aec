import { RequireRole } from '@isegoria/identity/web';
import { drawnId, problemsOf } from '@isegoria/kernel/contracts';
import { Loaded, Page, type PickedSubject, sayOnArrival, useAct, useGraph, useKept, useWords } from '@isegoria/ui/web';
import { callDraft, callProposed } from '@isegoria/volunteering/contracts';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { CallDocument, MyCallsDocument, OriginDocument, ProposeCallDocument } from '../documents';
import { CallForm, sentOf } from './call-form';
import { blank, type Typed } from './typed';

/** Where a citizen proposes a call. What is typed stays in this tab until it is handed in. */
export function Component() {
  const { t } = useWords('volunteering');
  return (
    <RequireRole roles={['citizen']}>
      <Page title={t('propose.title')} lead={t('propose.lead')} back={{ to: '/volunteering', label: t('page.all') }}><Start /></Page>
    </RequireRole>
  );
}

/** Who comes from a proposal writes a call that grew from it: `?from=<kind>:<id>`. */
function Start() {
  const [search] = useSearchParams();
  const [kind = '', id = ''] = (search.get('from') ?? '').split(':');
  return kind && id ? <From subject={{ kind, id }} /> : <Proposing key="" name="volunteering:propose" origins={[]} />;
}

function From({ subject: { kind, id } }: { subject: { kind: string; id: string } }) {
  const answer = useGraph(OriginDocument, { subject: { kind, id } });
  const name = `volunteering:propose:${kind}:${id}`;
  return <Loaded answer={answer}>{({ volunteerOrigin }) => <Proposing key={name} name={name} origins={volunteerOrigin ? [{ kind, id, title: volunteerOrigin.title }] : []} />}</Loaded>;
}

function Proposing({ name, origins }: { name: string; origins: PickedSubject[] }) {
  const { t } = useWords('volunteering');
  const navigate = useNavigate();
  // The page chooses the id, so that handing in twice makes one.
  const [first] = useState(drawnId);
  const [start] = useState(() => ({ id: first, ...blank('', origins) }));
  const [typed, keep, forget] = useKept<Typed & { id: string }>(name, start);
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
