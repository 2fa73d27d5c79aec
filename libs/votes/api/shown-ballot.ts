import type { SubjectCard } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';
import type { BallotBox, BallotQuestion, Ballot as ShownBallot } from '@isegoria/votes/contracts';
import type { Ballot } from './ballot.schema';
import { secrecyOf } from './secrecy';
import { hasClosed } from './votes.rules';

/** A ballot as the public sees it. */
export function shownBallot(ballot: Ballot, now: Date, { box, card, listTitle }: { box: BallotBox | null; card: SubjectCard | null; listTitle: Localized | null }): ShownBallot {
  const { _id, questions, opensAt, closesAt, electorate, channels = [], ...rest } = ballot;
  const isOpen = !(opensAt && now < opensAt) && !hasClosed(closesAt, now);
  const { title, path } = card?.isPublic ? card : { title: '', path: null };
  return { ...rest, id: _id, title, path, questions: questions.map(shownQuestion), opensAt, closesAt, isOpen, secrecy: secrecyOf(ballot), electorate: { ...(electorate ?? everybody), listTitle }, channels, box };
}

const everybody = { verified: false, minimumAge: null, list: null, entitled: null };

function shownQuestion({ id, options, form = 'single', most = null, money = null, costs = [], points = null }: Ballot['questions'][number]): BallotQuestion {
  return { id, options, form, most, money, costs: [...costs], points };
}
