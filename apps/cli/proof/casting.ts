import { ballotOf, Evaluations, Weighing } from '@isegoria/evaluations/api';
import { openSession } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import type { TestCity } from '@isegoria/kernel/api';
import type { Answers } from './known-opinions';
import { pageDocument } from './page-documents';

/** Somebody who answers, and what. */
export interface Voice {
  citizen: Citizen;
  answers: Answers;
}

/** So many browsers are open at once. */
const BROWSERS = 20;

/** Each citizen by themselves, as their browser does it: a session, the page's own mutation over HTTP, the answer waited for. */
export async function castOverHttp(city: TestCity, id: string, voices: readonly Voice[]): Promise<void> {
  const versionId = (await city.get(Weighing).find(id))?.versionId ?? '';
  const left = [...voices.entries()];
  await Promise.all(Array.from({ length: BROWSERS }, async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [at, { citizen, answers }] = next;
      const cookie = await openSession(city, citizen.id);
      const given = Object.entries(answers).map(([criterionId, optionId]) => ({ criterionId, optionId }));
      const { data } = await city.graph<{ evaluate: { __typename: string } }>(pageDocument('Evaluate'), { decisionId: id, versionId, answers: given, nonce: `proof-${id}-${at}` }, { cookie });
      if (data.evaluate.__typename !== 'Evaluated') throw new Error(`An evaluation was not taken: ${data.evaluate.__typename}`);
    }
  }));
}

/** The same by the service, many at once: the same rules, log, ledger, count and collection, without the session, the pace and the following. */
export async function castByService(city: TestCity, id: string, voices: readonly Voice[]): Promise<void> {
  const weighed = await city.get(Weighing).find(id);
  if (!weighed) throw new Error(`There is nothing to weigh: ${id}`);
  const at = new Date();
  await city.get(Evaluations).seedMany(voices.map(({ citizen, answers }, place) => ({
    citizen, weighed, round: 1, ballotId: ballotOf(weighed.subject), nonce: `proof-${id}-${place}`, concern: { concerns: 'unsaid', how: [] }, change: null, at,
    answers: Object.entries(answers).map(([questionId, optionId]) => ({ questionId, optionId })),
  })));
}
