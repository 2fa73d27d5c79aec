import { Button, Card, Facts, Notice, PlainText, useFocusBack, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { Link } from 'react-router';
import type { OpinionOnPage } from '../documents';
import { EvaluationForm } from './evaluation-form';
import type { EvaluationAct, Sent } from './use-evaluation';

interface MyEvaluationProps {
  round: number;
  versionId: string;
  opinion: OpinionOnPage;
  act: EvaluationAct;
  /** The questions wait for a press, until somebody has begun to answer. */
  folded?: boolean;
}

/** The citizen's part of the page: the questions, or what they answered and the way to change it. */
export function MyEvaluation({ round, versionId, opinion, act, folded = false }: MyEvaluationProps) {
  const { t } = useWords('evaluations');
  const [changing, setChanging] = useState(false);
  const [begun, setBegun] = useState(false);
  const box = useFocusBack();
  const isFolded = folded && !begun && Object.keys(act.answers).length === 0;
  const isDone = act.sent?.kind === 'done';
  const change = () => {
    act.again();
    setChanging(true);
  };
  const leave = () => {
    act.leave();
    setChanging(false);
  };
  return (
    <div ref={box}>
      {act.standing && (!changing || isDone) ? (
        <Card title={t('form.mine')} edge="olive">
          {act.sent?.kind === 'done' && <Thanks sent={act.sent} />}
          {act.standing.versionId !== versionId && <Notice tone="warning">{t('form.older')}</Notice>}
          <Answers opinion={opinion} act={act} />
          <Button variant="secondary" onClick={change}>
            {t('form.change')}
          </Button>
        </Card>
      ) : (
        <Card title={t(round === 2 ? 'form.titleAfter' : 'form.title')} note={t(round === 2 ? 'form.leadAfter' : 'form.lead')} edge="terracotta">
          {isFolded ? (
            <Button onClick={() => setBegun(true)}>{t('form.begin', { count: opinion.criteria.length })}</Button>
          ) : (
            <EvaluationForm opinion={opinion} act={act} leave={act.standing ? leave : undefined} />
          )}
        </Card>
      )}
    </div>
  );
}

function Thanks({ sent }: { sent: Extract<Sent, { kind: 'done' }> }) {
  const { t } = useWords('evaluations');
  return (
    <div ref={inSight} tabIndex={-1}>
      <Notice tone="done" title={t(sent.changed ? 'form.changedDone' : 'form.done')}>
        <p>{t('form.doneText')}</p>
        <p>
          <Link to="/votes/mine">{t('form.receipt')}</Link>
        </p>
      </Notice>
    </div>
  );
}

/** The answers are many times shorter than the questions were: without this the page would slide on to something else. */
const inSight = (box: HTMLElement | null) => box?.focus();

function Answers({ opinion, act }: { opinion: OpinionOnPage; act: EvaluationAct }) {
  const { t, lt, has } = useWords('evaluations');
  const { concerns, how } = act.concern;
  const ways = how.map((name) => t(`concern.how.${name}`)).join(', ');
  const facts = [
    ...opinion.criteria.map(({ id, label }) => ({ label: lt(label), value: t(`step.${act.answers[id] ?? 'cant_say'}`) })),
    ...(concerns === 'unsaid' ? [] : [{ label: t('form.concerns'), value: [t(`concern.${concerns}`), ways].filter(Boolean).join(': ') }]),
  ];
  const { state, reason } = act.fate;
  return (
    <>
      <Facts facts={facts} columns={2} />
      {act.change && (
        <div>
          <p>
            <b>{t('form.whatShouldChange')}</b>
          </p>
          <PlainText text={act.change} />
          {state && has(`change.${state}`) && <p>{t(`change.${state}`, { reason: reason ?? '' })}</p>}
        </div>
      )}
    </>
  );
}
