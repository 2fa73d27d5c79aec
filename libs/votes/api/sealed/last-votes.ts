import { votesEnv } from '../votes.env';

/** From when on every vote that was taken before a ballot's end is in the log. Nothing final is made of a ballot before (decision 001). */
export function completeAt(closesAt: Date): Date {
  return new Date(closesAt.getTime() + votesEnv.LAST_VOTES_SECONDS * 1000);
}
