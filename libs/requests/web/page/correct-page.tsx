import { PictureInput, type UploadedPicture } from '@isegoria/files/web';
import { RequireRole } from '@isegoria/identity/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { correctionInput, requestLimits } from '@isegoria/requests/contracts';
import { Button, Form, FormActs, Loaded, Notice, Page, type Problem, sayOnArrival, TextArea, useAct, useGraph, useKept, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { CorrectRequestDocument, MyRequestsDocument, RequestDocument, type ShownRequest } from '../documents';

/** What a moderator sent back is put right: the words, or the pictures. */
export function Component() {
  const { id = '' } = useParams();
  const answer = useGraph(RequestDocument, { id });
  return (
    <RequireRole>
      <Loaded answer={answer}>{({ request }) => (request?.canCorrect ? <Correcting request={request} /> : <Navigate replace to={`/requests/${id}`} />)}</Loaded>
    </RequireRole>
  );
}

function Correcting({ request: { id, title, text, pictures, remark } }: { request: ShownRequest }) {
  const { t, lt, has } = useWords('requests');
  const navigate = useNavigate();
  const [typed, keep, forget] = useKept<{ text: string; pictures: UploadedPicture[] }>(`request-correct:${id}`, { text, pictures: [...pictures] });
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [uploading, setUploading] = useState(false);
  const [correct, { pending }] = useAct(CorrectRequestDocument, { refresh: [RequestDocument, MyRequestsDocument] });
  const act = async () => {
    const input = { text: typed.text, pictures: typed.pictures.map((picture) => picture.id) };
    const wrong: Problem[] = problemsOf(correctionInput, input);
    if (uploading) wrong.push({ field: 'pictures', code: 'pending' });
    setProblems(wrong);
    setRefused(null);
    const data = wrong.length === 0 ? (await correct({ id, ...input }))?.correctRequest : null;
    if (!data) return;
    if (data.__typename === 'Invalid') return setProblems(data.problems);
    if ('reason' in data) return setRefused(data.reason);
    forget();
    sayOnArrival(t('correct.done'));
    await navigate(`/requests/${id}`);
  };
  return (
    <Page title={t('correct.title')} lead={t('correct.lead')} kicker={lt(title)} back={{ to: `/requests/${id}` }}>
      {remark && <Notice tone="warning" title={t('page.returnedTitle')}>{remark.reason}</Notice>}
      {refused && <Notice tone="problem" live>{has(`refused.${refused}`) ? t(`refused.${refused}`) : t('word.refused')}</Notice>}
      <Form words="requests" problems={problems} onSubmit={() => void act()}>
        <TextArea name="text" optional label={t('field.text')} limit={requestLimits.text} rows={5} value={typed.text} onChange={(words) => keep((before) => ({ ...before, text: words }))} />
        <PictureInput name="pictures" optional label={t('field.pictures')} most={requestLimits.pictures} value={typed.pictures} onPending={setUploading} onChange={(change) => keep((before) => ({ ...before, pictures: change(before.pictures) }))} />
        <FormActs>
          <Button type="submit" pending={pending}>{t('correct.act')}</Button>
        </FormActs>
      </Form>
    </Page>
  );
}
