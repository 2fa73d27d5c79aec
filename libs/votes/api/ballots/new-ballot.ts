import { castLimits } from '@isegoria/votes/contracts';
import type { Question } from '@isegoria/votes/contracts';
import type { Ballot } from './ballot.schema';
import type { NewBallot } from './ballots.service';

const word = /^[\w-]{1,40}$/;

/** A new ballot as it is kept. Throws where its opener made a mistake; no citizen can cause that. */
export function asStored(wanted: NewBallot): Ballot {
  const { id, subject, kind, questions, opensAt, closesAt, districts, secrecy, electorate, channels, byDistrict, sumsAtEnd } = wanted;
  for (const question of questions) requireRight(id, question);
  if (secrecy === 'sealed' && !closesAt) throw new Error(`The sealed ballot ${id} must have an end.`);
  return {
    _id: id,
    subject: { kind: subject.kind, id: subject.id },
    kind,
    questions: questions.map((question) => ({ ...question, options: [...question.options] })),
    opensAt: opensAt ?? null,
    closesAt: closesAt ?? null,
    districts: [...(districts ?? [])],
    ...(secrecy ? { secrecy } : {}),
    ...(electorate || secrecy === 'sealed' ? { electorate: { verified: false, minimumAge: null, list: null, entitled: null, ...electorate } } : {}),
    ...(channels ? { channels: [...channels] } : {}),
    ...(byDistrict && secrecy !== 'sealed' ? { byDistrict } : {}),
    ...(sumsAtEnd ? { sumsAtEnd } : {}),
  };
}

function requireRight(ballotId: string, { id, options, form, most, money, costs, points }: Question): void {
  // An answer is kept as `question:option`, and its count under that name.
  require([id, ...options].every((each) => word.test(each)), `A question or option of ballot ${ballotId} is no plain word.`);
  require(new Set(options).size === options.length, `Question ${id} of ballot ${ballotId} offers an option twice.`);
  require(isCount(most) && isCount(points) && isCount(money), `A limit of question ${id} of ballot ${ballotId} is no whole number.`);
  require(form !== 'points' || typeof points === 'number', `Question ${id} of ballot ${ballotId} needs a number of points.`);
  const isPriced = costs !== undefined && costs.length === options.length && costs.every((cost) => isCount(cost));
  require(typeof money !== 'number' || isPriced, `Question ${id} of ballot ${ballotId} needs a cost for each option.`);
  require((most ?? options.length) <= castLimits.answers || form === 'single' || form === undefined, `Question ${id} of ballot ${ballotId} takes more answers than a vote may carry; give it a limit.`);
}

function isCount(limit: number | null | undefined): boolean {
  return limit === null || limit === undefined || (Number.isSafeInteger(limit) && limit >= 0);
}

function require(isRight: boolean, otherwise: string): void {
  if (!isRight) throw new Error(otherwise);
}
