import { RequireRole, useMe } from '@isegoria/identity/web';
import { drawnId, problemsOf } from '@isegoria/kernel/contracts';
import { Empty, LinkButton, Loaded, Missing, NotSaved, Page, sayOnArrival, useAct, useEdited, useGraph, useKept, useWords } from '@isegoria/ui/web';
import { callDraft, callPublic } from '@isegoria/volunteering/contracts';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { CallDocument, DeskDocument, SaveCallDocument, type ShownCall } from '../documents';
import { CallsDocument } from '../listed-document';
import { CallForm, sentOf } from './call-form';
import { blank, formOf, type Typed, typedOf } from './typed';

/** Where an official writes a call. Nobody else sees it before it is published. */
export function Component() {
  const { id = '' } = useParams();
  return <RequireRole roles={['official', 'administrator']}>{id ? <Changing key={id} id={id} /> : <Making />}</RequireRole>;
}

function Making() {
  const { t } = useWords('volunteering');
  const { me } = useMe();
  // The page chooses the id, so that saving twice makes one.
  const [first] = useState(drawnId);
  const [id, keepId, forgetId] = useKept('volunteering:new', first);
  const [start] = useState(() => blank(me?.departmentId ?? ''));
  return (
    <Page title={t('edit.new')} lead={t('edit.lead')} back={{ to: '/volunteering', label: t('page.all') }}>
      <Editing id={id} stands={null} start={start} onTouch={() => keepId(id)} onSaved={forgetId} />
    </Page>
  );
}

function Changing({ id }: { id: string }) {
  const { t, lt } = useWords('volunteering');
  const answer = useGraph(CallDocument, { id }, { staleMs: 0 });
  const back = { to: `/volunteering/${id}`, label: t('page.toCall') };
  return (
    <Loaded answer={answer}>
      {({ volunteerCall: call }) => {
        if (!call) return <Missing words="volunteering" to="/volunteering" />;
        if (!call.mine.canEdit) return <Page title={t('edit.frozen')} back={back}><Empty title={t('edit.frozenWhy')} action={<LinkButton to={back.to}>{back.label}</LinkButton>} /></Page>;
        return <Page title={t('edit.title')} lead={lt(call.title)} back={back}><Editing id={id} stands={call} start={typedOf(call)} /></Page>;
      }}
    </Loaded>
  );
}

interface EditingProps {
  id: string;
  /** As the city has it; null for a new one. */
  stands: ShownCall | null;
  start: Typed;
  onTouch?(): void;
  onSaved?(): void;
}

function Editing({ id, stands, start, onTouch, onSaved }: EditingProps) {
  const { t } = useWords('volunteering');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { typed, isOvertaken, keep, forget } = useEdited<Typed>(`volunteering:${id}`, { start, stands, onTouch });
  const [save, { pending }] = useAct(SaveCallDocument, { refresh: [CallDocument, CallsDocument, DeskDocument] });
  const isOut = stands?.stage === 'published';
  const change: Parameters<typeof CallForm>[0]['change'] = (part) => {
    keep((before) => ({ ...(before ?? start), ...(typeof part === 'function' ? part(before ?? start) : part) }));
    onTouch?.();
  };
  // Who comes from a publication that was refused sees what is missing.
  const [wrong] = useState(() => (search.has('missing') ? problemsOf(callPublic, formOf(typed)) : []));
  return (
    <>
      <NotSaved refused={null} overtaken={isOvertaken && t('refused.changed')} onAnew={forget} />
      <CallForm
        label={t('edit.title')} isProposal={false} typed={typed} pending={pending} wrong={wrong} fixed={isOut ? stands.shifts.map((shift) => shift.id.slice(id.length + 1)) : []} act={t(isOut ? 'edit.save' : 'edit.saveDraft')} note={isOut ? undefined : t('edit.next')} change={change}
        check={(filled) => [...problemsOf(callDraft, filled), ...(isOut ? problemsOf(callPublic, filled) : [])]}
        send={async (filled) => (await save({ id, revision: typed.revision, input: sentOf(filled) }))?.saveVolunteerCall}
        onSent={async () => {
          forget();
          onSaved?.();
          sayOnArrival(t(isOut ? 'edit.saved' : 'edit.savedDraft'));
          await navigate(`/volunteering/${id}`);
        }}
      />
    </>
  );
}
