import { besidesSchema, byCriterion, CHANGE_LENGTH, type Concern, evaluationSchema } from '@isegoria/evaluations/contracts';
import { problemsOf, type FieldProblem } from '@isegoria/kernel/contracts';
import { announce, useAct, useGraph, useKept, useRefresh, useWords } from '@isegoria/ui/web';
import { keepReceipt } from '@isegoria/votes/web';
import { useRef, useState } from 'react';
import { EvaluateDocument, MyEvaluationDocument, WeighingDocument, type RoundOnPage, type WeighingOnPage } from '../documents';

/** What a citizen has chosen and typed; kept in this tab until it is sent. Null: as it stands. */
interface Draft {
  answers: Record<string, string>;
  concern: Concern | null;
  change: string | null;
  follow: boolean;
}

const BLANK: Draft = { answers: {}, concern: null, change: null, follow: true };
const UNSAID: Concern = { concerns: 'unsaid', how: [] };

/** How the last sending went. */
export type Sent = { kind: 'done'; changed: boolean; waits: boolean } | { kind: 'refused'; reason: string } | { kind: 'act-changed' };

/** One citizen's evaluation of an act or a choice in one round: what stands, what is being chosen, and the sending. */
export function useEvaluation({ subject, versionId }: Pick<WeighingOnPage, 'subject' | 'versionId'>, { round, opinion }: Pick<RoundOnPage, 'round' | 'opinion'>) {
  const { t } = useWords('evaluations');
  const { id } = subject;
  const mine = useGraph(MyEvaluationDocument, { id, round });
  const [draft, setDraft, forget] = useKept<Draft>(`evaluation:${id}.${round}`, BLANK);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [sent, setSent] = useState<Sent | null>(null);
  const [evaluate, evaluating] = useAct(EvaluateDocument, { refresh: [MyEvaluationDocument] });
  const refresh = useRefresh();
  // The same press keeps its nonce through every retry; the next one has its own.
  const nonce = useRef(crypto.randomUUID());
  // Until the answer to «what stands» comes, what was sent is what stands.
  const [told, setTold] = useState<{ versionId: string; answers: { criterionId: string; optionId: string }[]; concern: Concern; change: string | null } | null>(null);
  const known = mine.data?.myEvaluation ?? null;
  const standing = told ?? (known && { ...known, concern: { concerns: known.concern.concerns as Concern['concerns'], how: known.concern.how } });
  const answers = { ...byCriterion(standing?.answers ?? []), ...draft.answers };
  const concern = draft.concern ?? standing?.concern ?? UNSAID;
  const change = draft.change ?? standing?.change ?? '';

  async function send(): Promise<void> {
    const ids = opinion.criteria.map((criterion) => criterion.id);
    const wrong = [...problemsOf(evaluationSchema(ids), pick(answers, ids)), ...problemsOf(besidesSchema, { concern, change })];
    setProblems(wrong);
    if (wrong.length > 0) return;
    const given = ids.map((criterionId) => ({ criterionId, optionId: answers[criterionId] ?? '' }));
    const result = (await evaluate({ decisionId: id, versionId, answers: given, nonce: nonce.current, round, concern, change, follow: draft.follow }))?.evaluate;
    if (!result) return;
    if (result.__typename === 'Invalid') return setProblems(result.problems.map((problem) => ({ ...problem, code: 'invalid' })));
    if (result.__typename === 'DecisionChanged') {
      await refresh(WeighingDocument);
      return setSent({ kind: 'act-changed' });
    }
    if (result.__typename !== 'Evaluated') return setSent({ kind: 'refused', reason: result.__typename });
    const { ballotId, leaf, promise } = result;
    keepReceipt({ ballotId, leaf, promise });
    setTold({ versionId, answers: result.answers, concern, change: change.trim() || null });
    forget();
    nonce.current = crypto.randomUUID();
    setSent({ kind: 'done', changed: result.changed, waits: change.trim() !== '' });
    announce(t(result.changed ? 'form.changedDone' : 'form.done'));
  }

  return {
    standing,
    /** What became of the words: only the city knows. */
    fate: known && known.change === (standing?.change ?? null) ? { state: known.changeState, reason: known.changeReason } : { state: null, reason: null },
    answers,
    concern,
    change,
    changeLimit: CHANGE_LENGTH,
    follow: draft.follow,
    problems,
    sent,
    pending: evaluating.pending,
    choose: (criterionId: string, optionId: string) => setDraft({ ...draft, answers: { ...draft.answers, [criterionId]: optionId } }),
    sayConcern: (next: Concern) => setDraft({ ...draft, concern: next }),
    write: (text: string) => setDraft({ ...draft, change: text }),
    setFollow: (follow: boolean) => setDraft({ ...draft, follow }),
    send: () => void send(),
    leave: () => {
      forget();
      setProblems([]);
    },
    again: () => setSent(null),
  };
}

export type EvaluationAct = ReturnType<typeof useEvaluation>;

const pick = (answers: Record<string, string>, ids: string[]) => Object.fromEntries(ids.flatMap((id) => (answers[id] ? [[id, answers[id]]] : [])));
