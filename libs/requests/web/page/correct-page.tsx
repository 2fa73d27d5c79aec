import { PictureInput, type UploadedPicture } from '@isegoria/files/web';
import { RequireRole } from '@isegoria/identity/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { correctionInput, requestLimits, wordInput } from '@isegoria/requests/contracts';
import { Button, Form, FormActs, Loaded, Notice, Page, type Problem, sayOnArrival, TextArea, useAct, useGraph, useKept, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { CorrectRequestDocument, CorrectWordDocument, MyRequestsDocument, RequestDocument, type ShownRequest } from '../documents';

/** What a moderator sent back is put right, words and pictures: the report's own, or those of one moment of its history. */
export function Component() {
  const { id = '', momentId = null } = useParams();
  const answer = useGraph(RequestDocument, { id });
  const found = (request: ShownRequest | null): Returned | null => {
    if (!request) return null;
    if (momentId === null) return request.canCorrect ? request : null;
    const moment = request.history.find((one) => one.id === momentId && one.mine && one.held === 'returned');
    return moment ? { ...moment, id, title: request.title } : null;
  };
  return (
    <RequireRole>
      <Loaded answer={answer}>
        {({ request }) => {
          const returned = found(request);
          return returned ? <Correcting returned={returned} momentId={momentId} /> : <Navigate replace to={`/requests/${id}`} />;
        }}
      </Loaded>
    </RequireRole>
  );
}

type Returned = Pick<ShownRequest, 'id' | 'title' | 'text' | 'pictures' | 'remark'>;

function Correcting({ returned: { id, title, text, pictures, remark }, momentId }: { returned: Returned; momentId: string | null }) {
  const { t, lt, has } = useWords('requests');
  const navigate = useNavigate();
  const [typed, keep, forget] = useKept<{ text: string; pictures: UploadedPicture[] }>(`request-correct:${id}:${momentId ?? ''}`, { text, pictures: [...pictures] });
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [uploading, setUploading] = useState(false);
  const refresh = [RequestDocument, MyRequestsDocument];
  const [correct, { pending }] = useAct(CorrectRequestDocument, { refresh });
  const [correctWord, { pending: sending }] = useAct(CorrectWordDocument, { refresh });
  const act = async () => {
    const input = { text: typed.text, pictures: typed.pictures.map((picture) => picture.id) };
    const wrong: Problem[] = momentId === null ? problemsOf(correctionInput, input) : problemsOf(wordInput, { isFixed: false, ...input });
    if (uploading) wrong.push({ field: 'pictures', code: 'pending' });
    setProblems(wrong);
    setRefused(null);
    if (wrong.length > 0) return;
    const data = momentId === null ? (await correct({ id, ...input }))?.correctRequest : (await correctWord({ id, momentId, ...input }))?.correctRequestWord;
    if (!data) return;
    if (data.__typename === 'Invalid') return setProblems(data.problems);
    if ('reason' in data) return setRefused(data.reason);
    forget();
    sayOnArrival(t('correct.done'));
    await navigate(`/requests/${id}`);
  };
  return (
    <Page title={t('correct.title')} lead={t('correct.lead')} kicker={lt(title)} back={{ to: `/requests/${id}` }}>
      {remark && <Notice tone="warning" title={t(momentId === null ? 'page.returnedTitle' : 'words.returnedTitle')}>{remark.reason}</Notice>}
      {refused && <Notice tone="problem" live>{has(`refused.${refused}`) ? t(`refused.${refused}`) : t('word.refused')}</Notice>}
      <Form words="requests" problems={problems} onSubmit={() => void act()}>
        <TextArea name="text" optional={momentId === null} label={t(momentId === null ? 'field.text' : 'words.field')} limit={momentId === null ? requestLimits.text : requestLimits.word} rows={5} value={typed.text} onChange={(words) => keep((before) => ({ ...before, text: words }))} />
        <PictureInput name="pictures" optional label={t('field.pictures')} most={requestLimits.pictures} value={typed.pictures} onPending={setUploading} onChange={(change) => keep((before) => ({ ...before, pictures: change(before.pictures) }))} />
        <FormActs>
          <Button type="submit" pending={pending || sending}>{t('correct.act')}</Button>
        </FormActs>
      </Form>
    </Page>
  );
}
