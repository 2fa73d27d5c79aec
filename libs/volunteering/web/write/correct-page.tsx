import { RequireRole } from '@isegoria/identity/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Empty, LinkButton, Loaded, Missing, NotSaved, Page, sayOnArrival, useAct, useEdited, useGraph, useWords } from '@isegoria/ui/web';
import { callDraft, callProposed } from '@isegoria/volunteering/contracts';
import { useNavigate, useParams } from 'react-router';
import { CallDocument, MyCallsDocument, ProposeCallDocument, type ShownCall } from '../documents';
import { CallForm, sentOf } from './call-form';
import { type Typed, typedOf } from './typed';

/** Where whoever proposed a call corrects it, as long as the department has not answered. */
export function Component() {
  const { id = '' } = useParams();
  return <RequireRole roles={['citizen']}><Correcting key={id} id={id} /></RequireRole>;
}

function Correcting({ id }: { id: string }) {
  const { t } = useWords('volunteering');
  const answer = useGraph(CallDocument, { id }, { staleMs: 0 });
  const back = { to: `/volunteering/${id}`, label: t('page.toCall') };
  return (
    <Loaded answer={answer}>
      {({ volunteerCall: call }) => {
        if (!call?.mine.isAuthor) return <Missing words="volunteering" to="/volunteering" />;
        if (!call.mine.canCorrect) return <Page title={t('edit.frozen')} back={back}><Empty title={t('author.frozenWhy')} action={<LinkButton to={back.to}>{back.label}</LinkButton>} /></Page>;
        return <Page title={t('author.correctTitle')} lead={t('author.correctLead')} back={back}><Correction call={call} /></Page>;
      }}
    </Loaded>
  );
}

function Correction({ call }: { call: ShownCall }) {
  const { t } = useWords('volunteering');
  const navigate = useNavigate();
  const { id } = call;
  const start = typedOf(call);
  const { typed, isOvertaken, keep, forget } = useEdited<Typed>(`volunteering:correct:${id}`, { start, stands: call });
  const [propose, { pending }] = useAct(ProposeCallDocument, { refresh: [CallDocument, MyCallsDocument] });
  return (
    <>
      <NotSaved refused={null} overtaken={isOvertaken && t('refused.changed')} onAnew={forget} />
      <CallForm
        label={t('author.correctTitle')} isProposal typed={typed} pending={pending} act={t('author.correctSave')} change={(part) => keep((before) => ({ ...(before ?? start), ...(typeof part === 'function' ? part(before ?? start) : part) }))}
        check={(filled) => [...problemsOf(callDraft, filled), ...problemsOf(callProposed, filled)]}
        send={async (filled) => (await propose({ id, revision: typed.revision, input: sentOf(filled) }))?.proposeVolunteerCall}
        onSent={async () => {
          forget();
          sayOnArrival(t('author.corrected'));
          await navigate(`/volunteering/${id}`);
        }}
      />
    </>
  );
}
