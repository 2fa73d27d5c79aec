import { useRef } from 'react';
import type { Subject } from '@isegoria/kernel/contracts';
import { useRoom } from '@isegoria/realtime/web';
import { Loaded, useGraph } from '@isegoria/ui/web';
import { AddForm } from './add-form';
import { AnswerCard } from './answer-card';
import { OpinionsOf, type OwnOpinions } from './documents';
import { Findings } from './findings';
import { MapFigure } from './map-figure';
import styles from './opinions.module.css';
import { type ReportSlot, StatementActs } from './statement-acts';

/** Drawn anew no more often than this, however many answer. */
const pauseMs = 1500;

/** Answering, the map, and what it says in words; kept up to date while others answer. */
export default function OpinionsAbout({ subject, report }: { subject: Subject; report?: ReportSlot }) {
  const answer = useGraph(OpinionsOf, { subject });
  const soon = useSoon(answer.refetch);
  useRoom(subject, { onDelta: (name) => name === 'opinions.mapped' && soon(), onMissed: soon });
  const show = (own: OwnOpinions) => answer.update(({ opinions }) => ({ opinions: { ...own, map: opinions?.map ?? null } }));
  return (
    <Loaded answer={answer}>
      {({ opinions }) =>
        opinions && (
          <div className={styles.layout}>
            <div className={styles.side}>
              <AnswerCard opinions={opinions} onAnswered={show} acts={(statement, onGone) => <StatementActs statement={statement} report={report} onWithdrawn={onGone} />} />
              {opinions.open && <AddForm subject={subject} opinions={opinions} onSaved={() => void answer.refetch()} />}
            </div>
            <div className={styles.main}>
              <MapFigure opinions={opinions} />
              {opinions.map && <Findings map={opinions.map} />}
            </div>
          </div>
        )
      }
    </Loaded>
  );
}

/** Many calls become one a little later. */
function useSoon(act: () => Promise<void>): () => void {
  const waits = useRef(false);
  return () => {
    if (waits.current) return;
    waits.current = true;
    setTimeout(() => {
      waits.current = false;
      void act();
    }, pauseMs);
  };
}
