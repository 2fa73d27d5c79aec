import { Arguments } from '@isegoria/comments/web';
import { opinionOf } from '@isegoria/evaluations/contracts';
import { useMe } from '@isegoria/identity/web';
import { useRoom } from '@isegoria/realtime/web';
import { Button, Card, Columns, Empty, LinkButton, Loaded, Notice, Page, type ResultOf, ReturnLink, Section, Tag, useGraph, useWords } from '@isegoria/ui/web';
import type { TallyDelta } from '@isegoria/votes/contracts';
import { useState } from 'react';
import { useParams } from 'react-router';
import { ActsTogether, DecisionFacts } from './decision-facts';
import styles from './decision-page.module.css';
import { DecisionVersions } from './decision-versions';
import { DecisionDocument, type DecisionOnPage } from './documents';
import { MyEvaluation } from './my-evaluation';
import { OpinionFigures } from './opinion-figures';
import { titleOf } from './titles';
import { useEvaluation } from './use-evaluation';

/** One decision: what was decided, what one is asked, what the city says, and the discussion. */
export function Component() {
  const { id = '' } = useParams();
  const { t } = useWords('evaluations');
  const answer = useGraph(DecisionDocument, { id });
  const { update, refetch } = answer;
  useRoom(id ? { kind: 'decision', id } : null, {
    onDelta: (name, payload) => {
      if (name === 'tally') update((data) => counted(data, payload as TallyDelta));
      // The register corrected or revoked the act while somebody reads it.
      if (name === 'act') void refetch();
    },
    onMissed: () => void refetch(),
  });
  return (
    <Loaded answer={answer}>
      {(data) =>
        data.decision ? (
          <DecisionView key={id} decision={data.decision} data={data} />
        ) : (
          <Page title={t('missing')} back={{ to: '/decisions', label: t('back') }}>
            <Empty title={t('missingHint')} action={<LinkButton to="/decisions">{t('back')}</LinkButton>} />
          </Page>
        )
      }
    </Loaded>
  );
}

type OnPage = ResultOf<typeof DecisionDocument>;

/** The opinion as a newer tally makes it, by the same rules that the server counts by. */
function counted(data: OnPage, { voters, counts }: TallyDelta): OnPage {
  if (!data.decision) return data;
  const { opinion, acts } = data.decision;
  return { ...data, decision: { ...data.decision, opinion: opinionOf(opinion.criteria, { voters, counts }, acts) } };
}

function DecisionView({ decision, data }: { decision: DecisionOnPage; data: OnPage }) {
  const words = useWords('evaluations');
  const { t, lt } = words;
  const { type, status, plainWords, leadId } = decision;
  return (
    <Page
      wide
      title={titleOf(decision, words)}
      back={{ to: '/decisions', label: t('back') }}
      kicker={
        <>
          <Tag>{lt(type.label)}</Tag> {status === 'REVOKED' && <Tag tone="terracotta">{t('status.REVOKED')}</Tag>}
        </>
      }
      lead={<Lead text={plainWords ? lt(plainWords.text) : ''} documentUrl={decision.documentUrl} />}
    >
      <ReturnLink />
      <Columns>
        <div className={styles.column}>
          {status === 'REVOKED' && (
            <Notice tone="warning" title={t('revoked.title')}>
              {t('revoked.text')}
            </Notice>
          )}
          {leadId ? <Elsewhere leadId={leadId} /> : <Weighing decision={decision} />}
        </div>
        <div className={styles.column}>
          <DecisionFacts decision={decision} />
          <ActsTogether acts={data.actsTogether} />
          <DecisionVersions id={decision.id} versions={data.decisionVersions} />
        </div>
      </Columns>
    </Page>
  );
}

/** What was decided, in a sentence or two, and where to read it in full before judging it. */
function Lead({ text, documentUrl }: { text: string; documentUrl: string | null }) {
  const { t } = useWords('evaluations');
  return (
    <>
      {text}{' '}
      {documentUrl && (
        <a href={documentUrl} rel="noreferrer external">
          {t('facts.document')}
        </a>
      )}
    </>
  );
}

/** An act of a group is weighed where the group is. */
function Elsewhere({ leadId }: { leadId: string }) {
  const { t } = useWords('evaluations');
  return (
    <Card title={t('together.title')} note={t('together.elsewhere')}>
      <LinkButton to={`/decisions/${leadId}`}>{t('together.go')}</LinkButton>
    </Card>
  );
}

/** What others said may colour one's own answer, so who is asked sees it after answering, or when they want to. */
function Weighing({ decision }: { decision: DecisionOnPage }) {
  const { t, lt } = useWords('evaluations');
  const { me } = useMe();
  const act = useEvaluation(decision);
  const [peeked, setPeeked] = useState(false);
  const { opinion, acts, id } = decision;
  const isAsked = me !== null && act.known && !act.standing;
  const people = acts > 1 ? t('peopleActs', { count: opinion.people, acts }) : t('people', { count: opinion.people });
  return (
    <>
      <MyEvaluation decision={decision} act={act} />
      {isAsked && !peeked ? (
        <Card title={t('opinion.title')} note={opinion.people > 0 ? `${people}. ${t('opinion.hidden')}` : t('nobody')}>
          <Button variant="quiet" onClick={() => setPeeked(true)}>
            {t('opinion.peek')}
          </Button>
        </Card>
      ) : (
        <Card title={lt(opinion.headline)} note={opinion.people > 0 ? `${people}. ${t('opinion.sub')}` : t('opinion.first')}>
          {opinion.people > 0 && <OpinionFigures opinion={opinion} />}
        </Card>
      )}
      <Section title={t('voices')}>
        <Arguments subject={{ kind: 'decision', id }} />
      </Section>
    </>
  );
}
