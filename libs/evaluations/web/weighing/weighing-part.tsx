import { opinionOf } from '@isegoria/evaluations/contracts';
import { useMe } from '@isegoria/identity/web';
import { useRoom } from '@isegoria/realtime/web';
import { Button, Card, Loaded, Notice, type ResultOf, useGraph, useWords } from '@isegoria/ui/web';
import type { TallyDelta } from '@isegoria/votes/contracts';
import { lazy, Suspense, useState } from 'react';
import { BeforeAndAfter } from './before-and-after';
import { WeighingDocument, type RoundOnPage, type WeighingOnPage } from '../documents';
import { MyEvaluation } from './my-evaluation';
import { OpinionFigures } from './opinion-figures';
import { RequestCard } from './request-card';
import { useEvaluation } from './use-evaluation';
import { usePeople } from './use-people';

const WhoAnswered = lazy(() => import('./who-answered'));

type Subject = WeighingOnPage['subject'];
type Answer = ResultOf<typeof WeighingDocument>;

/** How an act or a choice is weighed: the questions, what the city says, before and after; or the way to ask that it be weighed. Live. */
export function WeighingPart({ subject, acts }: { subject: Subject; acts: number }) {
  const answer = useGraph(WeighingDocument, { subject });
  const { update, refetch } = answer;
  useRoom(subject, {
    onDelta: (name, payload) => {
      if (name === 'tally') update((known) => counted(known, payload as TallyDelta, acts));
      if (name === 'weighing') void refetch();
    },
    onMissed: () => void refetch(),
  });
  return <Loaded answer={answer}>{({ weighing }) => weighing && <Weighed weighing={weighing} acts={acts} />}</Loaded>;
}

function Weighed({ weighing, acts }: { weighing: WeighingOnPage; acts: number }) {
  const { t } = useWords('evaluations');
  const { subject, rounds, openRound } = weighing;
  const now = rounds.find(({ round }) => round === openRound);
  if (rounds.length === 0) return <RequestCard weighing={weighing} />;
  return (
    <>
      {!now && rounds.length > 1 && <BeforeAndAfter rounds={rounds} acts={acts} />}
      {now ? <Asking key={now.round} weighing={weighing} round={now} acts={acts} /> : <Notice>{t('form.closed')}</Notice>}
      {!now && rounds.length === 1 && rounds.map((round) => <OpinionCard key={round.round} decisionId={subject.id} round={round} acts={acts} />)}
    </>
  );
}

/** The opinion as a newer tally makes it, by the same rules that the server counts by. */
function counted(answer: Answer, { ballotId, voters, counts }: TallyDelta, acts: number): Answer {
  if (!answer.weighing) return answer;
  const rounds = answer.weighing.rounds.map((round) => (round.ballotId === ballotId ? { ...round, opinion: opinionOf(round.opinion.criteria, { voters, counts }, acts) } : round));
  return { ...answer, weighing: { ...answer.weighing, rounds } };
}

/** What others said, now and before, may colour one's own answer, so who is asked sees it after answering, or when they want to. */
function Asking({ weighing, round, acts }: { weighing: WeighingOnPage; round: RoundOnPage; acts: number }) {
  const { t } = useWords('evaluations');
  const { me, pending, error } = useMe();
  const act = useEvaluation(weighing, round);
  const [peeked, setPeeked] = useState(false);
  const isVisitor = !pending && !error && me === null;
  const isShown = peeked || isVisitor || act.standing !== null;
  const people = usePeople(round.opinion, acts);
  const isSecond = weighing.rounds.length > 1;
  const both = isSecond && <BeforeAndAfter rounds={weighing.rounds} acts={acts} />;
  return (
    <>
      {isVisitor && both}
      <MyEvaluation round={round.round} versionId={weighing.versionId} opinion={round.opinion} act={act} folded={isVisitor} />
      {isShown ? (
        <>
          {!isVisitor && both}
          <OpinionCard decisionId={weighing.subject.id} round={round} acts={acts} isSaid={isSecond} />
        </>
      ) : (
        <Card title={t('opinion.title')} note={round.opinion.people > 0 ? `${people}. ${t('opinion.hidden')}` : t('nobody')}>
          <Button variant="quiet" onClick={() => setPeeked(true)}>
            {t('opinion.peek')}
          </Button>
        </Card>
      )}
    </>
  );
}

/** What the city says in a round, where before and after do not say it already, and who said it. */
function OpinionCard({ decisionId, round, acts, isSaid = false }: { decisionId: string; round: RoundOnPage; acts: number; isSaid?: boolean }) {
  const { t, lt } = useWords('evaluations');
  const { opinion } = round;
  const people = usePeople(opinion, acts);
  return (
    <>
      {!isSaid && (
        <Card title={lt(opinion.headline)} note={opinion.people > 0 ? `${people}. ${t('opinion.sub')}` : t('opinion.first')}>
          {opinion.people > 0 && <OpinionFigures opinion={opinion} />}
        </Card>
      )}
      {opinion.people > 0 && (
        <Suspense>
          <WhoAnswered decisionId={decisionId} round={round.round} criteria={opinion.criteria} />
        </Suspense>
      )}
    </>
  );
}
