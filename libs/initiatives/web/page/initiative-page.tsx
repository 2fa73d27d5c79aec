import { Arguments } from '@isegoria/comments/web';
import { ReportButton } from '@isegoria/moderation/web';
import { FollowButton } from '@isegoria/notifications/web';
import { useRoom } from '@isegoria/realtime/web';
import { BottomBar, Button, LinkButton, Loaded, Missing, Page, PlainText, ReturnLink, Section, ShareButton, SideActs, SubjectParts, TextAndSide, useGraph, useRefresh, useWords } from '@isegoria/ui/web';
import { useMyVote } from '@isegoria/votes/web';
import { useEffect } from 'react';
import { useLocation, useParams } from 'react-router';
import { InitiativeDocument, type ShownInitiative } from '../documents';
import styles from '../initiatives.module.css';
import { OfficialActs } from '../official/official-acts';
import { StageTag } from '../stage-tag';
import { CountPart } from './count-part';
import { FactsPart } from './facts-part';
import { InitiativeNotices } from './notices';
import { PromoterActs } from './promoter-acts';
import { SignPart } from './sign-part';
import { StepsPart } from './steps-part';

/** One initiative: its text, how many have signed it, where it stands; and where one signs. */
export function Component() {
  const { id = '' } = useParams();
  const refresh = useRefresh();
  const answer = useGraph(InitiativeDocument, { id });
  useRoom(id ? { kind: 'initiative', id } : null, { onDelta: (name) => name === 'changed' && void refresh(InitiativeDocument), onMissed: () => void refresh(InitiativeDocument) });
  return (
    <Loaded answer={answer}>
      {({ initiative }) =>
        initiative ? <InitiativeView key={id} initiative={initiative} /> : <Missing words="initiatives" to="/initiatives" />
      }
    </Loaded>
  );
}

function InitiativeView({ initiative }: { initiative: ShownInitiative }) {
  const { t, lt } = useWords('initiatives');
  const { id, title, text, why, digest, stage, terms, opensAt, shownNames, isHidden } = initiative;
  const subject = { kind: 'initiative', id };
  const isPublic = opensAt !== null && !isHidden;
  const collects = stage === 'collecting' && !isHidden;
  useSignHere(collects);
  return (
    <Page wide title={title || t('mine.untitled')} lang="el" back={{ to: '/initiatives', label: t('page.all') }} kicker={<><StageTag {...initiative} /><span>{lt(terms.name)}</span></>}>
      <TextAndSide
        text={
          <>
            <ReturnLink />
            <InitiativeNotices initiative={initiative} />
            {opensAt && <CountPart initiative={initiative} />}
            <Section title={t('page.text')}>
              <div className={styles.statement} lang="el">
                <p className={styles.small}>{lt(terms.name)}</p>
                <p><strong>{title}</strong></p>
                <PlainText text={text} />
              </div>
              {digest && <p className={styles.digest}>{t('page.digest')} <code>{digest}</code></p>}
            </Section>
            {collects && <SignPart initiative={initiative} />}
            <Section title={t('page.why')}><div className={styles.why}><PlainText text={why} /></div></Section>
            <Section title={t('page.follows')}><PlainText text={lt(terms.follows)} /></Section>
            {shownNames.length > 0 && <Section title={t('page.names')}><p lang="el">{shownNames.join(' · ')}</p><p className={styles.small}>{t('page.namesHint')}</p></Section>}
            {collects && <SignBar ballotId={initiative.ballotId} />}
          </>
        }
        side={
          <>
            {isPublic && (
              <SideActs>
                <FollowButton subject={subject} />
                <ShareButton title={title} />
                {collects && <LinkButton variant="quiet" to={`/initiatives/${id}/sheet`}>{t('page.sheet')}</LinkButton>}
                <ReportButton item={subject} />
              </SideActs>
            )}
            <PromoterActs initiative={initiative} />
            <OfficialActs initiative={initiative} />
            <StepsPart initiative={initiative} />
            <FactsPart initiative={initiative} />
          </>
        }
        more={
          isPublic && (
            <>
              <SubjectParts subject={subject} />
              <Section title={t('page.arguments')}>
                <Arguments brief subject={subject} report={(item, of) => <ReportButton item={item} of={of} />} />
              </Section>
            </>
          )
        }
      />
    </Page>
  );
}

/** On a phone the way to the signature stays under the thumb, until one has signed. */
function SignBar({ ballotId }: { ballotId: string }) {
  const { t } = useWords('initiatives');
  const { mine } = useMyVote(ballotId);
  if ((mine?.length ?? 0) > 0) return null;
  return <div className={styles.thumb}><BottomBar><Button wide onClick={toSign}>{t('sign.way')}</Button></BottomBar></div>;
}

function toSign(): void {
  const place = document.getElementById('sign');
  place?.scrollIntoView();
  place?.querySelector<HTMLElement>('input, button, a')?.focus({ preventScroll: true });
}

/** Whoever comes back from a register's door comes back to where they were about to sign. */
function useSignHere(collects: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash !== '#sign' || !collects) return undefined;
    const soon = setTimeout(() => document.getElementById('sign')?.scrollIntoView(), 300);
    return () => clearTimeout(soon);
  }, [hash, collects]);
}
