import { Button, Card, Facts, Notice, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import type { DecisionOnPage } from './documents';
import { EvaluationForm } from './evaluation-form';
import type { EvaluationAct, Sent } from './use-evaluation';

/** The citizen's part of the page: the questions, or what they answered and the way to change it. */
export function MyEvaluation({ decision, act }: { decision: DecisionOnPage; act: EvaluationAct }) {
  const { t } = useWords('evaluations');
  const [changing, setChanging] = useState(false);
  const isDone = act.sent?.kind === 'done';
  const shows = act.standing && (!changing || isDone) && !(isDone && act.problems.length > 0);
  const change = () => {
    act.again();
    setChanging(true);
  };
  const leave = () => {
    act.leave();
    setChanging(false);
  };
  if (shows) {
    return (
      <Card title={t('form.mine')} edge="olive">
        {act.sent?.kind === 'done' && <Thanks sent={act.sent} />}
        <Answers decision={decision} act={act} />
        <Button variant="secondary" onClick={change}>
          {t('form.change')}
        </Button>
      </Card>
    );
  }
  return (
    <Card title={t('form.title')} note={t('form.lead')} edge="terracotta">
      {isDone && act.problems.length > 0 && <Notice tone="warning">{t('form.commentFailed')}</Notice>}
      <EvaluationForm decision={decision} act={act} leave={act.standing ? leave : undefined} />
    </Card>
  );
}

function Thanks({ sent }: { sent: Extract<Sent, { kind: 'done' }> }) {
  const { t } = useWords('evaluations');
  return (
    <Notice tone="done" title={t(sent.changed ? 'form.changedDone' : 'form.done')}>
      <p>{t('form.doneText')}</p>
      {sent.comment === 'waits' && <p>{t('form.commentWaits')}</p>}
    </Notice>
  );
}

function Answers({ decision, act }: { decision: DecisionOnPage; act: EvaluationAct }) {
  const { t, lt } = useWords('evaluations');
  const facts = decision.opinion.criteria.map(({ id, label }) => ({ label: lt(label), value: t(`step.${act.answers[id] ?? 'cant_say'}`) }));
  return (
    <>
      {act.standing?.versionId !== decision.versionId && <Notice tone="warning">{t('form.older')}</Notice>}
      <Facts facts={facts} columns={2} />
    </>
  );
}
