import { Arguments } from '@isegoria/comments/web';
import { ReportButton } from '@isegoria/moderation/web';
import { FollowButton } from '@isegoria/notifications/web';
import { useRoom } from '@isegoria/realtime/web';
import { isHeld } from '@isegoria/requests/contracts';
import { BottomBar, Loaded, Missing, Page, ReturnLink, Section, ShareButton, SideActs, SubjectParts, TextAndSide, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { AffectedButton } from '../affected-button';
import { RequestDocument, type ShownRequest } from '../documents';
import { DeskPanel } from '../official/desk-panel';
import { MakeProposal } from '../proposal/make-proposal';
import { StatusTag } from '../status-tag';
import { Pictures } from './pictures';
import { PlacePart } from './place-part';
import { RequestFacts } from './request-facts';
import { RequestNotices } from './request-notices';
import styles from './request-page.module.css';
import { Story } from './story';
import { WordPart } from './word-part';

/** What the button with its count and the remarks hear by themselves; its reporter has no such button. */
const isHeardElsewhere = (name: string, mine: boolean) => (name === 'tally' && !mine) || name === 'arguments' || name.startsWith('comment');

/** One request: what is broken and where, what the department does about it, and whether it is fixed. */
export function Component() {
  const { id = '' } = useParams();
  const answer = useGraph(RequestDocument, { id });
  const { refetch } = answer;
  useRoom(id ? { kind: 'request', id } : null, {
    onDelta: (name) => !isHeardElsewhere(name, answer.data?.request?.mine ?? false) && void refetch(),
    onMissed: () => void refetch(),
  });
  return (
    <Loaded answer={answer}>
      {({ request }) =>
        request ? <RequestView key={id} request={request} onChanged={() => void refetch()} /> : <Missing words="requests" to="/requests" all="back" />
      }
    </Loaded>
  );
}

function RequestView({ request, onChanged }: { request: ShownRequest; onChanged(): void }) {
  const { t, lt, lang: shownIn } = useWords('requests');
  const { id, title, text, lang, status, closing, isOverdue, isPrivate, affected, mine, canWithdraw, district, desk } = request;
  const subject = { kind: 'request', id };
  const [joined, setJoined] = useState(0);
  const isPublic = !isPrivate && !isHeld(status);
  return (
    <Page
      wide
      title={lt(title)}
      lang={shownIn(title)}
      back={{ to: '/requests', label: t('back') }}
      kicker={
        <>
          <StatusTag status={status} closing={closing} isOverdue={isOverdue} />
          <span>{t('list.number', { id })}, {lt(district.name)}</span>
        </>
      }
    >
      <TextAndSide
        text={
          <>
            <ReturnLink />
            <RequestNotices request={request} />
            <WordPart request={request} onSaid={onChanged} />
            {desk && <DeskPanel requestId={id} onChanged={onChanged} />}
            {text && <p className={styles.words} lang={lang}>{text}</p>}
            <Pictures pictures={request.pictures} />
            <PlacePart request={request} />
            <Section title={t('page.story')}>
              <Story request={request} />
            </Section>
          </>
        }
        act={
          isPublic && !mine && (
            <BottomBar>
              <AffectedButton id={id} initial={affected} onCast={() => { setJoined((times) => times + 1); onChanged(); }} />
            </BottomBar>
          )
        }
        side={
          <>
            {isPublic && (
              <SideActs>
                <FollowButton subject={subject} joined={joined} />
                <ShareButton title={lt(title)} />
                {!mine && <ReportButton item={subject} />}
              </SideActs>
            )}
            <RequestFacts request={request} />
            {canWithdraw && <Link to={`/requests/${id}/withdraw`}>{t('page.withdraw')}</Link>}
          </>
        }
        more={
          isPublic && (
            <>
              <SubjectParts subject={subject} />
              <Section title={t('proposal.title')}>
                {request.proposals.length > 0 && (
                  <ul role="list">
                    {request.proposals.map((one) => (
                      <li key={one.id}><Link to={one.path}>{t('proposal.became', { title: one.title })}</Link></li>
                    ))}
                  </ul>
                )}
                <MakeProposal service={request.service} district={district} departmentId={request.department.id} from={{ id, place: request.place }} />
              </Section>
              <Section title={t('page.remarks')}>
                <Arguments remarks subject={subject} report={(item, of) => <ReportButton item={item} of={of} />} />
              </Section>
            </>
          )
        }
      />
    </Page>
  );
}
