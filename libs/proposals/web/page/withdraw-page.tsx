import { RequireRole } from '@isegoria/identity/web';
import { limits } from '@isegoria/proposals/contracts';
import { announce, Button, Form, FormActs, Loaded, Notice, Page, type Problem, TextArea, useAct, useGraph, useKept, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { MyProposalsDocument, ProposalDocument, WithdrawDocument } from '../documents';

/** Taking a proposal back asks for the reason, on a page of its own. */
export function Component() {
  const { id = '' } = useParams();
  const answer = useGraph(ProposalDocument, { id });
  return (
    <RequireRole>
      <Loaded answer={answer}>{({ proposal }) => (proposal?.canWithdraw ? <Withdrawing id={id} title={proposal.title} /> : <Navigate replace to={`/proposals/${id}`} />)}</Loaded>
    </RequireRole>
  );
}

function Withdrawing({ id, title }: { id: string; title: string }) {
  const { t, has } = useWords('proposals');
  const navigate = useNavigate();
  const [reason, setReason, forget] = useKept(`withdraw:${id}`, '');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [withdraw, { pending }] = useAct(WithdrawDocument, { refresh: [ProposalDocument, MyProposalsDocument] });
  const act = async () => {
    const data = (await withdraw({ id, reason }))?.withdrawProposal;
    if (!data) return;
    if (data.__typename === 'Invalid') return setProblems(data.problems);
    if ('reason' in data) return setRefused(data.reason);
    forget();
    announce(t('withdraw.done'));
    await navigate(`/proposals/${id}`);
  };
  return (
    <Page title={t('withdraw.title')} lead={t('withdraw.lead')} kicker={title} back={{ to: `/proposals/${id}` }}>
      {refused && has(`refused.${refused}`) && <Notice tone="problem" live>{t(`refused.${refused}`)}</Notice>}
      <Form words="proposals" problems={problems} onSubmit={() => void act()}>
        <TextArea name="reason" label={t('withdraw.reason')} limit={limits.reason} rows={3} value={reason} onChange={setReason} />
        <FormActs>
          <Button type="submit" variant="danger" pending={pending}>
            {t('withdraw.act')}
          </Button>
        </FormActs>
      </Form>
    </Page>
  );
}
