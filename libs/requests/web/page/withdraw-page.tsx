import { RequireRole } from '@isegoria/identity/web';
import { requestLimits } from '@isegoria/requests/contracts';
import { Button, Form, FormActs, Loaded, Notice, Page, type Problem, sayOnArrival, TextArea, useAct, useGraph, useKept, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { MyRequestsDocument, RequestDocument, WithdrawRequestDocument } from '../documents';

/** Taking a request back: the reason may be told. */
export function Component() {
  const { id = '' } = useParams();
  const { lt } = useWords('requests');
  const answer = useGraph(RequestDocument, { id });
  return (
    <RequireRole>
      <Loaded answer={answer}>{({ request }) => (request?.canWithdraw ? <Withdrawing id={id} title={lt(request.title)} /> : <Navigate replace to={`/requests/${id}`} />)}</Loaded>
    </RequireRole>
  );
}

function Withdrawing({ id, title }: { id: string; title: string }) {
  const { t, has } = useWords('requests');
  const navigate = useNavigate();
  const [text, setText, forget] = useKept(`request-withdraw:${id}`, '');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [withdraw, { pending }] = useAct(WithdrawRequestDocument, { refresh: [RequestDocument, MyRequestsDocument] });
  const act = async () => {
    const data = (await withdraw({ id, text }))?.withdrawRequest;
    if (!data) return;
    if (data.__typename === 'Invalid') return setProblems(data.problems);
    if ('reason' in data) return setRefused(data.reason);
    forget();
    sayOnArrival(t('withdraw.done'));
    await navigate(`/requests/${id}`);
  };
  return (
    <Page title={t('withdraw.title')} lead={t('withdraw.lead')} kicker={title} back={{ to: `/requests/${id}` }}>
      {refused && <Notice tone="problem" live>{has(`refused.${refused}`) ? t(`refused.${refused}`) : t('word.refused')}</Notice>}
      <Form words="requests" problems={problems} onSubmit={() => void act()}>
        <TextArea name="text" optional label={t('withdraw.reason')} limit={requestLimits.word} rows={3} value={text} onChange={setText} />
        <FormActs>
          <Button type="submit" variant="danger" pending={pending}>{t('withdraw.act')}</Button>
        </FormActs>
      </Form>
    </Page>
  );
}
