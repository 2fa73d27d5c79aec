import { byCriterion, COMMENT_LENGTH, evaluationSchema } from '@isegoria/evaluations/contracts';
import { problemsOf, type FieldProblem } from '@isegoria/kernel/contracts';
import { announce, useAct, useGraph, useKept, useRefresh, useWords } from '@isegoria/ui/web';
import { useRef, useState } from 'react';
import { DecisionDocument, EvaluateDocument, MyEvaluationDocument, SayDocument, type DecisionOnPage } from './documents';

/** What a citizen has chosen and typed; kept in this tab until it is sent. */
interface Draft {
  answers: Record<string, string>;
  comment: string;
}

const BLANK: Draft = { answers: {}, comment: '' };

/** How the last sending went. */
export type Sent = { kind: 'done'; changed: boolean; comment: 'none' | 'public' | 'waits' | 'failed' } | { kind: 'refused'; reason: string } | { kind: 'act-changed' };

/** One citizen's evaluation of one decision: what stands, what is being chosen, and the sending. */
export function useEvaluation(decision: DecisionOnPage) {
  const { t } = useWords('evaluations');
  const { id } = decision;
  const mine = useGraph(MyEvaluationDocument, { id });
  const [draft, setDraft, forget] = useKept<Draft>(`evaluation:${id}`, BLANK);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [sent, setSent] = useState<Sent | null>(null);
  const [evaluate, evaluating] = useAct(EvaluateDocument, { refresh: [MyEvaluationDocument] });
  const [say, saying] = useAct(SayDocument);
  const refresh = useRefresh();
  // The same press keeps its nonce through every retry; the next one has its own.
  const nonce = useRef(crypto.randomUUID());
  // What was sent is written, though not counted yet: until then the server still tells what stood before it.
  const [told, setTold] = useState<{ versionId: string; answers: { criterionId: string; optionId: string }[] } | null>(null);
  const standing = told ?? mine.data?.myEvaluation ?? null;
  const answers = { ...byCriterion(standing?.answers ?? []), ...draft.answers };

  async function send(): Promise<void> {
    const ids = decision.opinion.criteria.map((criterion) => criterion.id);
    const wrong = [...problemsOf(evaluationSchema(ids), pick(answers, ids)), ...commentProblems(draft.comment)];
    setProblems(wrong);
    if (wrong.length > 0) return;
    const given = ids.map((criterionId) => ({ criterionId, optionId: answers[criterionId] ?? '' }));
    const result = (await evaluate({ decisionId: id, versionId: decision.versionId, answers: given, nonce: nonce.current }))?.evaluate;
    if (!result) return;
    if (result.__typename === 'Invalid') return setProblems(result.problems.map((problem) => ({ ...problem, code: 'invalid' })));
    if (result.__typename === 'DecisionChanged') {
      await refresh(DecisionDocument);
      return setSent({ kind: 'act-changed' });
    }
    if (result.__typename !== 'Evaluated') return setSent({ kind: 'refused', reason: result.__typename });
    setTold({ versionId: decision.versionId, answers: result.answers });
    const comment = await comments();
    if (comment === 'failed') setDraft({ answers: {}, comment: draft.comment });
    else forget();
    nonce.current = crypto.randomUUID();
    setSent({ kind: 'done', changed: result.changed, comment });
    announce(t(result.changed ? 'form.changedDone' : 'form.done'));
  }

  /** The comment goes to the decision's discussion, under the discussion's own rules. */
  async function comments(): Promise<'none' | 'public' | 'waits' | 'failed'> {
    const text = draft.comment.trim();
    if (text === '') return 'none';
    const saved = (await say({ input: { subject: { kind: 'decision', id }, alignment: 'NEUTRAL', text, nonce: nonce.current } }))?.addComment;
    if (saved?.__typename === 'CommentSaved') return saved.comment.visibility === 'public' ? 'public' : 'waits';
    if (saved?.__typename === 'Invalid') setProblems(saved.problems.map((problem) => ({ field: 'comment', code: problem.code as FieldProblem['code'], limit: problem.limit })));
    return 'failed';
  }

  return {
    standing,
    known: !mine.pending,
    answers,
    comment: draft.comment,
    problems,
    sent,
    pending: evaluating.pending || saying.pending,
    choose: (criterionId: string, optionId: string) => setDraft({ ...draft, answers: { ...draft.answers, [criterionId]: optionId } }),
    write: (comment: string) => setDraft({ ...draft, comment }),
    send: () => void send(),
    leave: () => {
      forget();
      setProblems([]);
    },
    again: () => setSent(null),
  };
}

export type EvaluationAct = ReturnType<typeof useEvaluation>;

function commentProblems(comment: string): FieldProblem[] {
  return [...comment].length > COMMENT_LENGTH ? [{ field: 'comment', code: 'too_long', limit: COMMENT_LENGTH }] : [];
}

const pick = (answers: Record<string, string>, ids: string[]) => Object.fromEntries(ids.flatMap((id) => (answers[id] ? [[id, answers[id]]] : [])));
