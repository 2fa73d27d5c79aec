import { useEffect, useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { RequireRole } from '@isegoria/identity/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { conductRule, moderationLimits, objectionSchema } from '@isegoria/moderation/contracts';
import {
  Button, Empty, Form, FormActs, LinkButton, Loaded, Notice, Page, type Problem, Quote, type ResultOf, Section, TextArea, useAct, useGraph, useKept, useWords,
} from '@isegoria/ui/web';
import { AuthorsCase, ObjectTo } from './documents';

type Case = NonNullable<ResultOf<typeof AuthorsCase>['myCase']>;

/** The author reads what was decided about their text, and may object. */
export function Component() {
  return (
    <RequireRole>
      <OwnCasePage />
    </RequireRole>
  );
}

export function OwnCasePage() {
  const { t } = useWords('moderation');
  const { caseId = '' } = useParams();
  const answer = useGraph(AuthorsCase, { id: caseId });
  return (
    <Page title={t('own.title')}>
      <Loaded answer={answer}>{({ myCase }) => (myCase ? <OwnCase found={myCase} /> : <Empty title={t('own.none')}><p>{t('own.noneWhy')}</p></Empty>)}</Loaded>
    </Page>
  );
}

function OwnCase({ found }: { found: Case }) {
  const { t, lt } = useWords('moderation');
  const { decision, rule, reason, objection } = found;
  const [isSent, setSent] = useState(false);
  // What a moderator sent back is put right where it was written; that comes before any objection.
  const toPutRight = decision === 'returned' && objection?.outcome !== 'reversed' ? found.path : null;
  const broken = rule === null ? null : conductRule(rule);
  return (
    <>
      <p>{t(decision ? `own.${decision}` : 'own.waits')}</p>
      {toPutRight && <p><LinkButton to={toPutRight}>{t('own.putRight')}</LinkButton></p>}
      {broken && (
        <Section title={t('own.why')}>
          <p><Link to={`/code-of-conduct#rule-${broken.number}`}>{t('own.rule', { number: broken.number, title: lt(broken.title) })}</Link></p>
          <p>{reason}</p>
        </Section>
      )}
      <Section title={t('own.wrote')}>
        <Quote>{found.text}</Quote>
        {found.path && !toPutRight && <p><Link to={found.path}>{t('own.there')}</Link></p>}
      </Section>
      {found.objectUntil && <ObjectForm caseId={found.id} until={found.objectUntil} onSent={() => setSent(true)} />}
      {isSent && <Sent />}
      {objection && (
        <Section title={t('own.yours')}>
          <Quote>{objection.text}</Quote>
          <Notice tone={objection.outcome === 'reversed' ? 'done' : 'info'} title={t(`own.${objection.outcome}`)}>{objection.reason}</Notice>
        </Section>
      )}
    </>
  );
}

/** The form has gone; the reader stands at what became of it. */
function Sent() {
  const { t } = useWords('moderation');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1}>
      <Notice tone="done" live>{t('own.sent')}</Notice>
    </div>
  );
}

function ObjectForm({ caseId, until, onSent }: { caseId: string; until: string; onSent(): void }) {
  const { t, d } = useWords('moderation');
  const [text, setText, forget] = useKept(`objection:${caseId}`, '');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [object, { pending }] = useAct(ObjectTo, { refresh: [AuthorsCase] });
  const send = async () => {
    const wrong = problemsOf(objectionSchema, { text });
    setProblems(wrong);
    if (wrong.length > 0) return;
    const answer = (await object({ caseId, text }))?.objectToDecision;
    if (answer?.__typename === 'Invalid') return setProblems(answer.problems);
    if (answer?.__typename === 'NotAllowed' || answer?.__typename === 'NotFound') return setRefused(t(`own.refused.${answer.reason}`));
    if (!answer) return;
    forget();
    onSent();
  };
  return (
    <Section title={t('own.object')}>
      <p>{t('own.objectLead', { date: d(until) })}</p>
      <Form words="moderation" problems={problems} onSubmit={() => void send()}>
        <TextArea name="text" label={t('own.text')} limit={moderationLimits.objection} value={text} onChange={setText} />
        {refused && <Notice tone="problem" live>{refused}</Notice>}
        <FormActs>
          <Button type="submit" pending={pending}>{t('own.send')}</Button>
        </FormActs>
      </Form>
    </Section>
  );
}
