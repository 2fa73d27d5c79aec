import { parseSubject, type Subject } from '@isegoria/kernel/contracts';
import { type ActProps, Empty, Loaded, Page, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { AnswerCard } from './answer-card';
import { OpinionsOf, type OwnOpinions, type ShownOpinions } from './documents';

const nowhere: Subject = { kind: 'none', id: 'none' };

/** Answering statements about one subject (`kind:id`), in the small window that a widget opened; first the one that stood there (`part`). */
export default function ActOnOpinion({ id, part, onDone }: ActProps) {
  const { t, lt } = useWords('opinions');
  const answer = useGraph(OpinionsOf, { subject: parseSubject(id) ?? nowhere });
  const [answered, setAnswered] = useState<OwnOpinions | null>(null);
  const show = (own: OwnOpinions) => {
    setAnswered(own);
    onDone();
  };
  return (
    <Loaded answer={answer}>
      {({ opinions }) =>
        opinions ? (
          <Page title={lt(opinions.title)} kicker={t('act.kicker')}>
            <AnswerCard opinions={answered ?? beginningWith(part, opinions)} onAnswered={show} />
          </Page>
        ) : (
          <Page title={t('page.none')}>
            <Empty title={t('page.noneWhy')} />
          </Page>
        )
      }
    </Loaded>
  );
}

/** The statement that the reader met elsewhere comes first, with what they said to it before. */
function beginningWith(part: string, opinions: ShownOpinions): OwnOpinions {
  const known = opinions.given.find(({ id }) => id === part);
  const found = opinions.map?.findings.find(({ statement }) => statement === part);
  if (!known && !found) return opinions;
  return { ...opinions, next: known ?? { id: part, text: found?.text ?? '', visibility: 'public', mine: false, answer: null, decision: null } };
}
