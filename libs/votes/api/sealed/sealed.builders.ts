import { type SignedIn, signedIn } from '@isegoria/identity/api';
import { newId, type TestCity } from '@isegoria/kernel/api';
import { type NewBoxKey, newBoxKey, padded, paperSize, type Question, seal } from '@isegoria/votes/contracts';
import { Ballots, type NewBallot } from '../ballots/ballots.service';
import { Boxes } from './boxes.service';

/** What a test's sealed ballot asks. */
export const budgetQuestions: Question[] = [
  { id: 'works', options: ['bench', 'trees', 'school'], form: 'approval', money: 100, costs: [60, 40, 100] },
  { id: 'share', options: ['young', 'old'], form: 'points', points: 10 },
];

/** A sealed ballot of a test with its three trustees. */
export interface SealedBallot {
  id: string;
  key: NewBoxKey;
  trustees: SignedIn[];
}

export const setBoxKey = `mutation K($ballotId: ID!, $publicKey: String!, $trustees: [TrusteeInput!]!) {
  setBoxKey(ballotId: $ballotId, publicKey: $publicKey, trustees: $trustees) { __typename ... on NotAllowed { reason } ... on Invalid { problems { field } } ... on BoxKeySet { box { state } } } }`;
export const giveShare = `mutation S($ballotId: ID!, $share: String!) {
  giveShare(ballotId: $ballotId, share: $share) { __typename ... on NotAllowed { reason } ... on NotFound { reason } ... on ShareTaken { box { state trustees { hasGiven } } } } }`;

/** Opens a sealed ballot and gives its box the key, as an administrator's browser does. */
export async function aSealedBallot(city: TestCity, wanted: Partial<NewBallot> = {}): Promise<SealedBallot> {
  const id = `budget:${newId()}`;
  const closesAt = new Date(Date.now() + 3600_000);
  await city.get(Ballots).open({ id, subject: { kind: 'budget', id: id.slice(7) }, kind: 'budget', questions: budgetQuestions, secrecy: 'sealed', closesAt, ...wanted });
  const [administrator, ...trustees] = await Promise.all([signedIn(city, { roles: ['administrator'] }), signedIn(city), signedIn(city), signedIn(city)]);
  const key = await newBoxKey(id);
  const given = trustees.map(({ citizen }, at) => ({ citizenId: citizen.id, digest: key.digests[at] ?? '' }));
  const { data } = await administrator.graph<{ setBoxKey: { __typename: string } }>(setBoxKey, { ballotId: id, publicKey: key.publicKey, trustees: given });
  if (data.setBoxKey.__typename !== 'BoxKeySet') throw new Error(`The box has no key: ${JSON.stringify(data)}`);
  return { id, key, trustees };
}

/** What a browser sends: the answers as lines, sealed, under a new nonce. */
export async function aSealedVote({ id, key }: SealedBallot, ...lines: string[]) {
  const sealed = await seal({ ballotId: id, publicKey: key.publicKey }, padded(lines, paperSize(budgetQuestions)));
  return { ballotId: id, answers: [], nonce: newId(), sealed };
}

/** The box as the store has it now. */
export function boxOf(city: TestCity, { id }: SealedBallot) {
  return city.get(Boxes).fresh(id);
}
