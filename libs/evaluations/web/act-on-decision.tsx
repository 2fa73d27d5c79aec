import { type ActProps, Empty, Loaded, Page, useGraph, useWords } from '@isegoria/ui/web';
import { useEffect } from 'react';
import { DecisionDocument, type DecisionOnPage } from './documents';
import { MyEvaluation } from './my-evaluation';
import { titleOf } from './titles';
import { useEvaluation } from './use-evaluation';

/** Weighing one decision, in the small window that a widget opened. */
export default function ActOnDecision({ id, onDone }: ActProps) {
  const { t } = useWords('evaluations');
  const answer = useGraph(DecisionDocument, { id });
  return (
    <Loaded answer={answer}>
      {({ decision }) =>
        decision ? (
          <Weighing decision={decision} onDone={onDone} />
        ) : (
          <Page title={t('missing')}>
            <Empty title={t('missingHint')} />
          </Page>
        )
      }
    </Loaded>
  );
}

function Weighing({ decision, onDone }: { decision: DecisionOnPage; onDone(): void }) {
  const words = useWords('evaluations');
  const { t, lt } = words;
  const act = useEvaluation(decision);
  const isDone = act.sent?.kind === 'done';
  useEffect(() => {
    if (isDone) onDone();
    // Told when it becomes done, not whenever the window is drawn.
  }, [isDone]);
  return (
    <Page title={titleOf(decision, words)} kicker={t('act.kicker')} lead={decision.plainWords ? lt(decision.plainWords.text) : undefined}>
      <MyEvaluation decision={decision} act={act} />
    </Page>
  );
}
