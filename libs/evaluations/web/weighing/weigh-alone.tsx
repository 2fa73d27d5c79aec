import { Empty, Loaded, Page, useGraph, useWords } from '@isegoria/ui/web';
import { type ReactNode, useEffect } from 'react';
import { type RoundOnPage, WeighingDocument, type WeighingOnPage } from '../documents';
import { MyEvaluation } from './my-evaluation';
import { useEvaluation } from './use-evaluation';

interface WeighAloneProps {
  subject: WeighingOnPage['subject'];
  title: string;
  lang?: string | undefined;
  lead: ReactNode;
  onDone(): void;
}

/** The questions about one act or choice and nothing else: what the small window that a widget opened shows. */
export function WeighAlone({ subject, title, lang, lead, onDone }: WeighAloneProps) {
  const { t } = useWords('evaluations');
  const answer = useGraph(WeighingDocument, { subject });
  return (
    <Loaded answer={answer}>
      {({ weighing }) => {
        const round = weighing?.rounds.find((one) => one.round === weighing.openRound);
        return (
          <Page title={title} lang={lang} kicker={t('act.kicker')} lead={lead}>
            {weighing && round ? <Asked weighing={weighing} round={round} onDone={onDone} /> : <Empty title={t('form.closed')} />}
          </Page>
        );
      }}
    </Loaded>
  );
}

function Asked({ weighing, round, onDone }: { weighing: WeighingOnPage; round: RoundOnPage; onDone(): void }) {
  const act = useEvaluation(weighing, round);
  const isDone = act.sent?.kind === 'done';
  useEffect(() => {
    if (isDone) onDone();
    // Told when it becomes done, not whenever the window is drawn.
  }, [isDone]);
  return <MyEvaluation round={round.round} versionId={weighing.versionId} opinion={round.opinion} act={act} />;
}
