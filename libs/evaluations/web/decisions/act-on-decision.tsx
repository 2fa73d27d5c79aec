import { type ActProps, Empty, Loaded, Page, useGraph, useWords } from '@isegoria/ui/web';
import { DecisionDocument } from '../documents';
import { titleLang, titleOf } from '../titles';
import { WeighAlone } from '../weighing/weigh-alone';

/** Weighing one decision, in the small window that a widget opened: its choice, where it is a part of one. */
export default function ActOnDecision({ id, onDone }: ActProps) {
  const words = useWords('evaluations');
  const { t, lt } = words;
  const answer = useGraph(DecisionDocument, { id });
  return (
    <Loaded answer={answer}>
      {({ decision }) =>
        decision ? (
          <WeighAlone
            subject={decision.choice ? { kind: 'choice', id: decision.choice.id } : { kind: 'decision', id }}
            title={decision.choice ? lt(decision.choice.title) : titleOf(decision, words)}
            lang={decision.choice ? undefined : titleLang(decision)}
            lead={decision.plainWords ? lt(decision.plainWords.text) : undefined}
            onDone={onDone}
          />
        ) : (
          <Page title={t('missing')}>
            <Empty title={t('missingHint')} />
          </Page>
        )
      }
    </Loaded>
  );
}
