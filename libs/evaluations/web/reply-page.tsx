import { choiceLimits, replyProblems } from '@isegoria/evaluations/contracts';
import { RequireRole } from '@isegoria/identity/web';
import { useCity } from '@isegoria/organisation/web';
import {
  announce, Button, Card, Empty, Form, FormActs, LinkButton, Loaded, Notice, Page, type Problem, Select, TextArea, TextField, useAct, useGraph, useKept, useWords,
} from '@isegoria/ui/web';
import { useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { BeforeAndAfter } from './weighing/before-and-after';
import { ChangesPart } from './changes-part';
import { RepliesDocument, ReplyDocument, WhoRepliesDocument } from './choices/choice-documents';
import { WeighingDocument, type WeighingOnPage } from './documents';
import { OpinionFigures } from './weighing/opinion-figures';
import { useMine } from './use-mine';

interface Typed {
  criterionId: string;
  round: string;
  said: string;
  did: string;
  promise: string;
  dueAt: string;
}

/** Where an official reads what many said and replies to the pattern. */
export function Component() {
  const { kind = '', id = '' } = useParams();
  const { t } = useWords('evaluations');
  const subject = { kind: kind === 'choices' ? 'choice' : 'decision', id };
  const answer = useGraph(WeighingDocument, { subject });
  const back = { to: `/${kind}/${id}`, label: t('reply.back') };
  return (
    <RequireRole roles={['official', 'administrator']}>
      <Loaded answer={answer}>
        {({ weighing }) =>
          weighing && weighing.rounds.length > 0 ? (
            <Page title={t('reply.formTitle')} lead={t('reply.formLead')} back={back}>
              <Reply weighing={weighing} path={back.to} />
              <Card title={t('opinion.title')}>
                {weighing.rounds.length > 1 ? <BeforeAndAfter rounds={weighing.rounds} /> : weighing.rounds.map(({ round, opinion }) => <OpinionFigures key={round} opinion={opinion} />)}
              </Card>
              <ChangesPart subject={subject} />
            </Page>
          ) : (
            <Page title={t('missing')} back={back}>
              <Empty title={t('missingHint')} action={<LinkButton to="/choices">{t('choices.all')}</LinkButton>} />
            </Page>
          )
        }
      </Loaded>
    </RequireRole>
  );
}

/** The form for the department that answers; the others are told at once whose it is, and read on. */
function Reply({ weighing, path }: { weighing: WeighingOnPage; path: string }) {
  const { subject } = weighing;
  const answer = useGraph(WhoRepliesDocument, { id: subject.id, isChoice: subject.kind === 'choice' });
  return (
    <Loaded answer={answer}>
      {({ choice, decision }) => <FormOrWhose departmentId={(choice ?? decision)?.departmentId ?? null} weighing={weighing} path={path} />}
    </Loaded>
  );
}

function FormOrWhose({ departmentId, weighing, path }: { departmentId: string | null; weighing: WeighingOnPage; path: string }) {
  const { t } = useWords('evaluations');
  const { departmentName } = useCity();
  return useMine(departmentId) ? <ReplyForm weighing={weighing} path={path} /> : <Notice title={t('reply.notYours')}>{departmentName(departmentId)}</Notice>;
}

function ReplyForm({ weighing: { subject, rounds }, path }: { weighing: WeighingOnPage; path: string }) {
  const { t, lt, has } = useWords('evaluations');
  const navigate = useNavigate();
  const latest = rounds.at(-1);
  const blank: Typed = { criterionId: '', round: String(latest?.round ?? 1), said: '', did: '', promise: '', dueAt: '' };
  const [typed, setTyped, forget] = useKept<Typed>(`reply:${subject.kind}:${subject.id}`, blank);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [reply, { pending }] = useAct(ReplyDocument, { refresh: [RepliesDocument] });
  const nonce = useRef(crypto.randomUUID());
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part });

  const send = async () => {
    const dueAt = typed.dueAt ? new Date(`${typed.dueAt}T12:00:00Z`) : null;
    const { said, did, promise } = typed;
    const wrong = replyProblems({ said, did, promise, dueAt, nonce: nonce.current }, new Date());
    setProblems(wrong.map((problem) => (problem.code === 'invalid' ? { ...problem, code: 'required' } : problem)));
    if (wrong.length > 0) return;
    const input = { subject, round: Number(typed.round), criterionId: typed.criterionId || null, said, did, promise: promise || null, dueAt: dueAt?.toISOString() ?? null, nonce: nonce.current };
    const result = (await reply({ input }))?.reply;
    if (!result) return;
    if (result.__typename === 'Invalid') return setProblems(result.problems);
    if (result.__typename !== 'ReplySaved') return setRefused(result.__typename === 'NotAllowed' ? result.reason : 'other');
    forget();
    announce(t('reply.sent'));
    await navigate(`${path}#replies`);
  };
  return (
    <Form words="evaluations" label={t('reply.formTitle')} problems={problems} onSubmit={() => void send()}>
      {refused && (
        <Notice tone="problem" live>
          {t(has(`choice.refused.${refused}`) ? `choice.refused.${refused}` : 'choice.refused.other')}
        </Notice>
      )}
      {rounds.length > 1 && <Select name="round" label={t('reply.round')} choices={rounds.map(({ round }) => ({ value: String(round), label: t(`rounds.${round}`) }))} value={typed.round} onChange={(round) => change({ round })} />}
      <Select
        name="criterionId" optional label={t('reply.criterion')} placeholder={t('reply.anyCriterion')} value={typed.criterionId} onChange={(criterionId) => change({ criterionId })}
        choices={(latest?.opinion.criteria ?? []).map(({ id, label }) => ({ value: id, label: lt(label) }))}
      />
      <TextArea name="said" label={t('field.said')} hint={t('reply.saidHint')} rows={3} limit={choiceLimits.said} value={typed.said} onChange={(said) => change({ said })} />
      <TextArea name="did" label={t('field.did')} hint={t('reply.didHint')} rows={6} limit={choiceLimits.did} value={typed.did} onChange={(did) => change({ did })} />
      <TextField name="promise" optional label={t('field.promise')} hint={t('reply.promiseHint')} value={typed.promise} onChange={(promise) => change({ promise })} />
      <TextField name="dueAt" optional type="date" width="short" label={t('field.dueAt')} value={typed.dueAt} onChange={(dueAt) => change({ dueAt })} />
      <Notice tone="info">{t('reply.told')}</Notice>
      <FormActs>
        <Button type="submit" pending={pending}>
          {t('reply.send')}
        </Button>
      </FormActs>
    </Form>
  );
}
