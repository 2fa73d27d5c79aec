import { type ActProps, Empty, Loaded, Page, useGraph, useWords } from '@isegoria/ui/web';
import { ChoiceDocument } from './choice-documents';
import { WeighAlone } from '../weighing/weigh-alone';

/** Weighing one choice, in the small window that a widget opened. */
export default function ActOnChoice({ id, onDone }: ActProps) {
  const { t, lt } = useWords('evaluations');
  const answer = useGraph(ChoiceDocument, { id });
  return (
    <Loaded answer={answer}>
      {({ choice }) =>
        choice ? (
          <WeighAlone subject={{ kind: 'choice', id }} title={lt(choice.title)} lead={lt(choice.text)} onDone={onDone} />
        ) : (
          <Page title={t('choice.missing')}>
            <Empty title={t('missingHint')} />
          </Page>
        )
      }
    </Loaded>
  );
}
