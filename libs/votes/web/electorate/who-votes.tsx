import { Facts, LinkButton, Loaded, Notice, type ResultOf, useGraph, useWords, type WordsOfSlice } from '@isegoria/ui/web';
import { SignInLink } from '@isegoria/identity/web';
import { useCity } from '@isegoria/organisation/web';
import type { BallotOnPage } from '../ballot/use-ballot';
import { VotingRightOn } from '../documents';
import styles from './electorate.module.css';

type Right = ResultOf<typeof VotingRightOn>['votingRight'];

/** Who may vote here, how many they are, and whether the reader is one of them: before they fill in a paper, with the way to what is missing. */
export function WhoVotes({ ballot }: { ballot: Pick<BallotOnPage, 'id' | 'districts' | 'electorate' | 'channels'> }) {
  const words = useWords('votes');
  const { t } = words;
  const { districtName } = useCity();
  const answer = useGraph(VotingRightOn, { ballotId: ballot.id });
  const { entitled } = ballot.electorate;
  const facts = [
    { label: t('who.title'), value: askedOf(words, ballot, districtName).join(' · ') },
    ...(entitled === null ? [] : [{ label: t('who.entitled'), value: t('who.people', { count: entitled }) }]),
    ...(ballot.channels.length === 0 ? [] : [{ label: t('who.channels'), value: ballot.channels.map((channel) => t(`desk.channel.${channel}`)).join(' · ') }]),
  ];
  return (
    <div className={styles.who}>
      <Facts facts={facts} />
      <Loaded answer={answer}>{({ votingRight }) => <RightNotice right={votingRight} />}</Loaded>
    </div>
  );
}

/** Whom a ballot asks, a phrase for each of its rules. */
export function askedOf({ t, lt }: WordsOfSlice, { districts, electorate }: Pick<BallotOnPage, 'districts' | 'electorate'>, districtName: (id: string) => string): string[] {
  const { verified, minimumAge, list, listTitle } = electorate;
  const asked = [
    districts.length > 0 && t('who.districts', { names: districts.map((id) => districtName(id) || id).join(', ') }),
    verified && t('who.verified'),
    minimumAge !== null && t(verified ? 'who.ageByPapers' : 'who.age', { age: minimumAge }),
    list !== null && t('who.list', { title: listTitle ? lt(listTitle) : list }),
  ].filter((phrase) => typeof phrase === 'string');
  return asked.length > 0 ? asked : [t('who.everybody')];
}

function RightNotice({ right: { mayVote, reason } }: { right: Right }) {
  const { t } = useWords('votes');
  if (mayVote) return <Notice tone="done" title={t('who.may')} />;
  if (reason === 'sign_in') return <Notice>{t('who.reason.sign_in')} <SignInLink plain /></Notice>;
  const isTheirsToMend = ['birth_year', 'district', 'no_district', 'unconfirmed'].includes(reason ?? '');
  return (
    <Notice tone="warning" title={t('who.mayNot')}>
      <p>{t(`who.reason.${reason}`)}</p>
      {isTheirsToMend && <LinkButton variant="secondary" to="/account">{t('who.toAccount')}</LinkButton>}
    </Notice>
  );
}
