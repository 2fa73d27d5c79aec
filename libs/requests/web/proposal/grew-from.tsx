import { announce, Button, Card, Notice, type SubjectPartProps, useAct, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { Link } from 'react-router';
import { StepAllDocument } from '../official/documents';
import { refusalText } from '../official/refusal-text';
import { StatusTag } from '../status-tag';
import { GrewFromDocument } from './documents';
import styles from './proposal.module.css';

/** On a proposal's page: the requests that it grew out of. */
export default function GrewFrom({ subject: { id } }: SubjectPartProps) {
  const { t, lt } = useWords('requests');
  const { data, refetch } = useGraph(GrewFromDocument, { id });
  const requests = data?.requestsOfProposal ?? [];
  if (!data || requests.length === 0) return null;
  const open = data.proposal?.status === 'IMPLEMENTED' ? requests.filter(({ desk }) => desk?.steps.includes('fixed')) : [];
  return (
    <Card title={t('proposal.grew', { count: requests.length })}>
      {open.length > 0 && <Done title={data.proposal?.title ?? ''} open={open} onDone={() => void refetch()} />}
      <ul role="list" className={styles.requests}>
        {requests.map(({ id: requestId, title, status, closing, isOverdue }) => (
          <li key={requestId}>
            <Link to={`/requests/${requestId}`}>{lt(title)}</Link> <StatusTag status={status} closing={closing} isOverdue={isOverdue} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface DoneProps {
  title: string;
  open: readonly { id: string; revision: number }[];
  onDone(): void;
}

/** The proposal is carried out: an official of the requests says with one press that these are done with it. Each gets its own step, and its own last word. */
function Done({ title, open, onDone }: DoneProps) {
  const words = useWords('requests');
  const { t } = words;
  const [refused, setRefused] = useState<string | null>(null);
  const [take, { pending }] = useAct(StepAllDocument, { refresh: [GrewFromDocument] });
  const press = async () => {
    const text = t('proposal.doneText', { title });
    const result = (await take({ seen: open.map(({ id, revision }) => ({ id, revision })), input: { step: 'fixed', text, expectedAt: null, reason: null, duplicateOf: null, pictures: [] } }))?.stepRequests;
    if (!result) return;
    const left = result.__typename === 'RequestsChanged' ? result.left[0]?.reason : result.__typename === 'NotAllowed' ? result.reason : 'failed';
    setRefused(left ? refusalText(words, left) : null);
    if (result.__typename === 'RequestsChanged') announce(t('queue.done', { count: result.changed.length }));
    onDone();
  };
  return (
    <div className="no-print">
      <Notice title={t('proposal.doneAsk', { count: open.length })}>
        <p>{t('proposal.doneHint')}</p>
        <p><Button pending={pending} onClick={() => void press()}>{t('proposal.doneYes')}</Button></p>
        {refused && <p>{refused}</p>}
      </Notice>
    </div>
  );
}
