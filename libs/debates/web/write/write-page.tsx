import { debateInput, debateLimits as limits, newDebateId } from '@isegoria/debates/contracts';
import { RefusalNotice, RequireRole, useMe } from '@isegoria/identity/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { useCity } from '@isegoria/organisation/web';
import { Button, Checkbox, Empty, Form, FormActs, LinkButton, Loaded, Missing, numberOf, Page, sayOnArrival, Select, TextArea, TextField, useAct, useFate, useGraph, useKept, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { CorrectDocument, DebateDocument, MyDebatesDocument, OpenDocument, RoomDocument, type ShownDebate } from '../documents';
import { DebatesDocument } from '../listed-document';

/** Where a question to the city is written, or put right. */
export function Component() {
  const { id } = useParams();
  return <RequireRole>{id ? <Correcting id={id} /> : <Opening />}</RequireRole>;
}

function Opening() {
  const { t } = useWords('debates');
  const { me, is } = useMe();
  const answer = useGraph(RoomDocument, {});
  const speaks = is('official') && Boolean(me?.departmentId);
  return (
    <Loaded answer={answer}>
      {({ debateRoom: { opens, waits } }) => (
        <Page title={t('write.title')} lead={t('write.lead')} back={{ to: '/debates', label: t('page.all') }}>
          {opens || speaks ? <DebateForm debate={null} opens={opens} waits={waits} speaks={speaks} /> : <Empty title={t('write.closed')} action={<LinkButton to="/debates">{t('page.all')}</LinkButton>} />}
        </Page>
      )}
    </Loaded>
  );
}

function Correcting({ id }: { id: string }) {
  const { t } = useWords('debates');
  const answer = useGraph(DebateDocument, { id });
  return (
    <Loaded answer={answer}>
      {({ debate }) =>
        debate?.mine.canCorrect ? (
          <Page title={t('write.correct')} back={{ to: `/debates/${id}`, label: t('conclude.back') }}>
            <DebateForm debate={debate} opens waits={!debate.opener.department && debate.visibility !== 'public'} speaks={false} />
          </Page>
        ) : (
          <Missing words="debates" to="/debates" />
        )
      }
    </Loaded>
  );
}

interface Draft {
  id: string;
  title: string;
  text: string;
  categoryId: string;
  districtId: string;
  days: string;
  asDepartment: boolean;
}

const draftOf = (debate: ShownDebate | null, asDepartment: boolean): Draft => ({
  id: debate?.id ?? newDebateId(), title: debate?.title ?? '', text: debate?.text ?? '', categoryId: debate?.category?.id ?? '', districtId: debate?.district?.id ?? '', days: String(debate?.days ?? limits.usualDays),
  asDepartment: debate ? debate.opener.department !== null : asDepartment,
});

interface DebateFormProps {
  debate: ShownDebate | null;
  /** Whether a citizen may open one now; else an official opens it for the department alone. */
  opens: boolean;
  waits: boolean;
  /** Whether this is an official who may open it for their department. */
  speaks: boolean;
}

function DebateForm({ debate, opens, waits, speaks }: DebateFormProps) {
  const { t } = useWords('debates');
  const { offered } = useCity();
  const navigate = useNavigate();
  const [first] = useState(() => draftOf(debate, !opens));
  const [draft, keep, forget] = useKept<Draft>(`debate:${debate?.id ?? 'new'}`, first);
  const { problems, setProblems, refused, take } = useFate('debates');
  const refresh = [DebateDocument, DebatesDocument, MyDebatesDocument];
  const [open, opening] = useAct(OpenDocument, { refresh });
  const [correct, correcting] = useAct(CorrectDocument, { refresh });
  const change = (part: Partial<Draft>) => keep({ ...draft, ...part });
  const isRead = waits && !draft.asDepartment;

  const send = async () => {
    const input = { title: draft.title, text: draft.text, categoryId: draft.categoryId, districtId: draft.districtId || null, days: numberOf(draft.days) ?? Number.NaN, asDepartment: draft.asDepartment };
    const wrong = problemsOf(debateInput, input);
    setProblems(wrong);
    if (wrong.length > 0) return;
    const result = debate ? (await correct({ id: debate.id, input }))?.correctDebate : (await open({ id: draft.id, input }))?.openDebate;
    if (result?.__typename !== 'DebateSaved') return void take(result, '');
    forget();
    sayOnArrival(t(result.waits ? 'write.sentWaits' : 'write.sent'));
    await navigate(`/debates/${result.debate.id}`);
  };
  return (
    <Form words="debates" label={t('write.title')} problems={problems} onSubmit={() => void send()}>
      <TextField name="title" label={t('field.title')} hint={t('write.titleHint')} value={draft.title} onChange={(title) => change({ title })} />
      <TextArea name="text" rows={8} label={t('field.text')} hint={t('write.textHint')} limit={limits.text} value={draft.text} onChange={(text) => change({ text })} />
      <Select name="categoryId" label={t('field.categoryId')} placeholder={t('write.pick')} choices={offered('categories', debate?.category?.id)} value={draft.categoryId} onChange={(categoryId) => change({ categoryId })} />
      <Select name="districtId" optional label={t('field.districtId')} placeholder={t('write.wholeCity')} choices={offered('districts', debate?.district?.id)} value={draft.districtId} onChange={(districtId) => change({ districtId })} />
      <TextField name="days" width="short" inputMode="numeric" label={t('field.days')} hint={t('write.daysHint', { least: limits.daysMin, most: limits.days })} value={draft.days} onChange={(days) => change({ days })} />
      {speaks && opens && <Checkbox name="asDepartment" label={t('field.asDepartment')} checked={draft.asDepartment} onChange={(asDepartment) => change({ asDepartment })} />}
      {isRead && <p>{t('write.waits')}</p>}
      {refused && <RefusalNotice>{refused}</RefusalNotice>}
      <FormActs>
        <Button type="submit" pending={opening.pending || correcting.pending}>{t(debate ? 'write.save' : isRead ? 'write.sendWaits' : 'write.send')}</Button>
        <Link to="/code-of-conduct">{t('write.conduct')}</Link>
      </FormActs>
    </Form>
  );
}
