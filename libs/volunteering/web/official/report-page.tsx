import { PictureInput, type UploadedPicture } from '@isegoria/files/web';
import { RequireRole } from '@isegoria/identity/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { AskedButton, BothLanguages, Empty, Form, FormActs, LinkButton, Loaded, Missing, Notice, numberOf, Page, type Problem, refusalText, sayOnArrival, TextField, useAct, useGraph, useKept, useWords } from '@isegoria/ui/web';
import { reportInput, volunteerLimits as limits } from '@isegoria/volunteering/contracts';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { CallDocument, DeskDocument, ReportCallDocument, type ShownCall } from '../documents';
import { CallsDocument } from '../listed-document';
import { minutesOfHours } from '../when';

/** Where the department tells what was done: in words, in people and hours, in pictures. */
export function Component() {
  const { id = '' } = useParams();
  const { t, lt } = useWords('volunteering');
  const answer = useGraph(CallDocument, { id }, { staleMs: 0 });
  const back = { to: `/volunteering/${id}`, label: t('page.toCall') };
  return (
    <RequireRole roles={['official', 'administrator']}>
      <Loaded answer={answer}>
        {({ volunteerCall: call }) => {
          if (!call) return <Missing words="volunteering" to="/volunteering" />;
          if (!call.mine.canReport) return <Page title={t('tell.none')} back={back}><Empty title={t('tell.noneWhy')} action={<LinkButton to={back.to}>{back.label}</LinkButton>} /></Page>;
          return <Page title={t('tell.title')} lead={lt(call.title)} back={back}><p>{t('tell.lead')}</p><ReportForm call={call} /></Page>;
        }}
      </Loaded>
    </RequireRole>
  );
}

interface Typed {
  el: string;
  en: string;
  people: string;
  hours: string;
  pictures: UploadedPicture[];
}

/** What was marked already, to begin with: who came, each for as long as a shift is. */
function startOf({ shifts }: ShownCall): Typed {
  const came = shifts.filter(({ cancellation }) => !cancellation);
  const people = came.reduce((sum, shift) => sum + (shift.came ?? 0), 0);
  const minutes = came.reduce((sum, shift) => sum + (shift.came ?? 0) * shift.minutes, 0);
  return { el: '', en: '', people: people > 0 ? String(people) : '', hours: minutes > 0 ? String(Math.round(minutes / 60)) : '', pictures: [] };
}

function ReportForm({ call }: { call: ShownCall }) {
  const words = useWords('volunteering');
  const { t } = words;
  const navigate = useNavigate();
  const { id } = call;
  const [typed, keep, forget] = useKept<Typed>(`volunteer-report:${id}`, startOf(call));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [uploading, setUploading] = useState(false);
  const [report, { pending }] = useAct(ReportCallDocument, { refresh: [CallDocument, CallsDocument, DeskDocument] });
  const change = (part: Partial<Typed>) => keep((before) => ({ ...before, ...part }));
  const input = { text: { el: typed.el, en: typed.en }, people: numberOf(typed.people) ?? NaN, minutes: minutesOfHours(typed.hours) ?? NaN, pictures: typed.pictures.map((picture) => picture.id) };
  const check = (): Problem[] => [...problemsOf(reportInput, input), ...(uploading ? [{ field: 'pictures', code: 'pending' }] : [])];
  const send = async (close: () => void) => {
    setRefused(null);
    const wrong = check();
    setProblems(wrong);
    if (wrong.length > 0) return close();
    const result = (await report({ id, input }))?.reportVolunteerCall;
    if (!result) return;
    close();
    if (result.__typename === 'Invalid') return setProblems(result.problems);
    if (result.__typename === 'NotAllowed' || result.__typename === 'NotFound') return setRefused(refusalText(words, result.reason));
    forget();
    sayOnArrival(t('tell.published'));
    await navigate(`/volunteering/${id}`);
  };
  return (
    <Form words="volunteering" label={t('tell.title')} problems={problems} onSubmit={() => setProblems(check())}>
      <BothLanguages name="text" label={t('field.report')} labelEn={t('field.reportEn')} hint={t('tell.textHint')} rows={7} limit={limits.report} value={typed} onChange={change} />
      <TextField name="people" width="short" inputMode="numeric" label={t('field.people')} hint={t('tell.peopleHint')} value={typed.people} onChange={(people) => change({ people })} />
      <TextField name="minutes" width="short" inputMode="decimal" label={t('field.given')} hint={t('tell.givenHint')} value={typed.hours} onChange={(value) => change({ hours: value })} />
      <PictureInput name="pictures" optional label={t('field.pictures')} most={limits.pictures} value={typed.pictures} onPending={setUploading} onChange={(pictures) => keep((before) => ({ ...before, pictures: pictures(before.pictures) }))} />
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs>
        <AskedButton act={t('tell.publish')} variant="primary" yesVariant="primary" question={t('tell.publishAsk')} yes={t('tell.publishYes')} pending={pending} onYes={send}><p>{t('tell.publishText')}</p></AskedButton>
      </FormActs>
    </Form>
  );
}
