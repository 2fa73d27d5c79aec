import { Arguments } from '@isegoria/comments/web';
import { ReportButton } from '@isegoria/moderation/web';
import { FollowButton } from '@isegoria/notifications/web';
import { useRoom } from '@isegoria/realtime/web';
import { Card, Columns, Empty, LinkButton, Loaded, Notice, Page, type ResultOf, ReturnLink, Section, SubjectParts, Tag, useGraph, useWords } from '@isegoria/ui/web';
import { useParams } from 'react-router';
import { ChangesPart } from '../changes-part';
import { DecisionFacts } from './decision-facts';
import styles from './decision-page.module.css';
import { DeliveredCard } from './delivered-card';
import { DecisionVersions } from './decision-versions';
import { DecisionDocument, type DecisionOnPage } from '../documents';
import { EntriesCard } from '../register/entries-card';
import { RepliesPart } from '../replies-part';
import { titleLang, titleOf } from '../titles';
import { useMine } from '../use-mine';
import { WeighingPart } from '../weighing/weighing-part';

/** One decision: what was decided, what one is asked, what the city says, and the discussion. */
export function Component() {
  const { id = '' } = useParams();
  const { t } = useWords('evaluations');
  const answer = useGraph(DecisionDocument, { id });
  const { refetch } = answer;
  useRoom(id ? { kind: 'decision', id } : null, {
    // The register corrected or revoked the act while somebody reads it.
    onDelta: (name) => name === 'act' && void refetch(),
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

function DecisionView({ decision, data }: { decision: DecisionOnPage; data: OnPage }) {
  const words = useWords('evaluations');
  const { t, lt } = words;
  const { id, type, status, plainWords, choice } = decision;
  const subject = { kind: 'decision', id };
  return (
    <Page
      wide
      title={titleOf(decision, words)}
      lang={titleLang(decision)}
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
          {choice ? <Elsewhere choice={choice} /> : <Weighed decision={decision} />}
        </div>
        <div className={styles.column}>
          <DecisionFacts decision={decision} />
          <DecisionVersions id={id} versions={data.decisionVersions} />
          {decision.source === 'CITY' && <EntriesCard id={id} />}
          {!choice && <FollowButton subject={subject} />}
          {!choice && <OfficialActs decision={decision} />}
        </div>
      </Columns>
      <SubjectParts subject={subject} />
      {!choice && (
        <Section title={t('voices')}>
          <Arguments brief subject={subject} report={(item, of) => <ReportButton item={item} of={of} />} />
        </Section>
      )}
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

/** An act of a choice is weighed where the choice is. */
function Elsewhere({ choice }: { choice: NonNullable<DecisionOnPage['choice']> }) {
  const { t, lt } = useWords('evaluations');
  return (
    <Card title={lt(choice.title)} note={t('choice.elsewhere')} edge="aegean">
      <LinkButton to={`/choices/${choice.id}`}>{t('choice.go')}</LinkButton>
    </Card>
  );
}

function Weighed({ decision: { id, departmentId } }: { decision: DecisionOnPage }) {
  const subject = { kind: 'decision', id };
  return (
    <>
      <WeighingPart subject={subject} acts={1} />
      <RepliesPart subject={subject} mine={useMine(departmentId)} replyPath={`/reply/decisions/${id}`} />
      <ChangesPart subject={subject} />
    </>
  );
}

/** What an official does with an act: puts it together with others, says that it is delivered. */
function OfficialActs({ decision: { id, ada, departmentId } }: { decision: DecisionOnPage }) {
  const { t } = useWords('evaluations');
  if (!useMine(departmentId)) return null;
  return (
    <>
      <LinkButton variant="secondary" to={`/choices/new?q=${encodeURIComponent(ada)}`}>{t('choice.group')}</LinkButton>
      <DeliveredCard subject={{ kind: 'decision', id }} />
    </>
  );
}
