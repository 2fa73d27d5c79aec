import { smallestGroup } from '@isegoria/statistics/contracts';
import { answerOf, type ChannelTally, type OptionCount, type Tally } from '@isegoria/votes/contracts';
import type { Ballot } from '../ballots/ballot.schema';
import type { Count, Sums } from './counting';
import { secrecyOf } from '../ballots/secrecy';

/** What was cast at the last moment is counted by then. */
const settledMs = 60_000;
/** The same where a hall waits for it: its ballot takes votes from one room, for minutes. */
const hallMs = 6000;

/**
 * Whether the sums of a secret ballot wait for its end. Who watches them sees one paper after the other as the difference of two looks, whole, with all that
 * is on it; of an evaluation they are shown all the same (decision 012), and of a poll as its opener says. Those of a survey wait for ever: which
 * questions were asked of a few its own slice knows alone, and tells.
 */
export function waitsForEnd(ballot: Pick<Ballot, 'kind' | 'secrecy' | 'closesAt' | 'sumsAtEnd'> | undefined, now: Date): boolean {
  if (ballot?.kind === 'survey') return true;
  if (!ballot || (ballot.kind !== 'budget' && !ballot.sumsAtEnd) || secrecyOf(ballot) !== 'secret') return false;
  return ballot.closesAt === null || now.getTime() < ballot.closesAt.getTime() + (ballot.kind === 'budget' ? settledMs : hallMs);
}

/** A tally as the public sees it before its end, where it waits for that: how many took part. */
export function waitingTally({ _id: ballotId, voters, seq }: Count): Tally {
  return { ballotId, voters, counts: [], channels: [], seq };
}

/** A tally as the public sees it. Of an opened box the sums are what came out; its channels are known by their voters only, for an opened ballot says nothing of its way. */
export function shownTally(count: Count, opened: Sums | null = null): Tally {
  const { voters, counts } = opened ?? count;
  return { ballotId: count._id, voters, counts: optionCounts(counts), channels: byChannel(count), seq: count.seq };
}

/** The columns of the channels, or none: each must be large enough, for the last one would follow from the others by subtraction. */
function byChannel(count: Count): ChannelTally[] {
  const offline = Object.entries(count.channels ?? {}).filter(([, sums]) => sums.voters > 0);
  if (offline.length === 0) return [];
  const online = offline.reduce((rest, [, sums]) => without(rest, sums), count as Sums);
  const columns = [...(online.voters > 0 ? [['online', online] as const] : []), ...offline];
  if (columns.some(([, { voters }]) => voters < smallestGroup)) return [];
  return columns.map(([channel, { voters, counts }]) => ({ channel, voters, counts: optionCounts(counts) }));
}

function without(all: Sums, part: Sums): Sums {
  const counts = Object.entries(all.counts).map(([name, sum]) => [name, sum - (part.counts[name] ?? 0)] as const);
  return { voters: all.voters - part.voters, counts: Object.fromEntries(counts.filter(([, sum]) => sum !== 0)) };
}

function optionCounts(sums: Record<string, number>): OptionCount[] {
  const plain = Object.keys(sums).filter((name) => !/[=#]$/.test(name));
  return plain.sort().map((name) => ({ ...answerOf(name), count: sums[name] ?? 0, ...more(sums, name) }));
}

/** Points and first places, where there are any: the other forms have none. */
function more(sums: Record<string, number>, name: string): Pick<OptionCount, 'points' | 'first'> {
  const [points, first] = [sums[`${name}=`], sums[`${name}#`]];
  return { ...(points === undefined ? {} : { points }), ...(first === undefined ? {} : { first }) };
}
