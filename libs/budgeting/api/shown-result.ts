import { type Election, type Explanation, explainedSentence, plainAmount, plainMoney, type Result, type Round, speakEnglish } from '@isegoria/budgeting/contracts';

/** A result as the command line prints it: amounts in the file's own currency, one sentence for each project. */
export function shownResult(election: Election, result: Result, explanations: readonly Explanation[]) {
  const { decimals, currency } = election;
  const amount = (units: number) => Number(plainAmount(units, decimals));
  const money = plainMoney(decimals, currency);
  return {
    rule: result.rule, winners: result.winners, spent: amount(result.spent), budget: amount(result.budget), currency, voters: result.voters, declared: result.declared,
    shares: result.shares && { ...result.shares, first: shifted(result.shares.first, decimals), last: shifted(result.shares.last, decimals), step: amount(result.shares.step), leftWith: mapped(result.shares.leftWith, (text) => shifted(text, decimals)) },
    compared: result.compared,
    rounds: result.rounds.map((round) => shownRound(round, decimals)),
    explanations: Object.fromEntries(explanations.map((one) => [one.project, { funded: one.funded, sentence: explainedSentence(one, speakEnglish, money), change: one.change, reason: one.reason }])),
  };
}

function shownRound(round: Round, decimals: number) {
  const left = Number(plainAmount(round.left, decimals));
  if (round.by !== 'shares') return { ...round, left };
  const { price, full, rest } = round;
  return { ...round, left, price: shifted(price, decimals), full: { ...full, paid: shifted(full.paid, decimals) }, rest: { ...rest, paid: shifted(rest.paid, decimals) } };
}

const mapped = (record: Readonly<Record<string, string>>, change: (text: string) => string) => Object.fromEntries(Object.entries(record).map(([key, text]) => [key, change(text)]));

/** The same decimal with its point moved to the left. */
function shifted(text: string, places: number): string {
  const [whole = '0', fraction = ''] = text.split('.');
  const digits = whole.padStart(places + 1, '0');
  const rest = `${digits.slice(digits.length - places)}${fraction}`.replace(/0+$/, '');
  return places === 0 ? text : `${digits.slice(0, digits.length - places)}${rest ? `.${rest}` : ''}`;
}

/** The same for a person at a terminal. */
export function readableResult(election: Election, result: Result, explanations: readonly Explanation[]): string {
  const money = plainMoney(election.decimals, election.currency);
  const names = new Map(election.projects.map(({ id, name, cost }) => [id, `${id}  ${name.slice(0, 60)}  (${money(cost)})`]));
  const sentences = new Map(explanations.map((one) => [one.project, explainedSentence(one, speakEnglish, money)]));
  const entry = (id: string) => `  ${names.get(id) ?? id}\n      ${sentences.get(id) ?? ''}`;
  const won = new Set(result.winners);
  const lost = election.projects.filter(({ id }) => !won.has(id)).map(({ id }) => id);
  const head = [election.name, `${result.rule}: ${declaredLine(result)}`, `${result.voters} voters, ${money(result.spent)} of ${money(result.budget)} spent on ${result.winners.length} of ${election.projects.length} projects`];
  const shares = result.shares ? [`Each voter's share: ${shifted(result.shares.first, election.decimals)}, raised ${result.shares.raises} times to ${shifted(result.shares.last, election.decimals)}`] : [];
  const compared = result.compared ? [`Better off with Equal Shares: ${result.compared.equalShares} voters, with the result by votes: ${result.compared.greedy}; kept: ${result.compared.kept}`] : [];
  return [...head, ...shares, ...compared, '', 'Funded', ...result.winners.map(entry), '', 'Not funded', ...lost.map(entry), ''].join('\n');
}

function declaredLine({ declared }: Result): string {
  const ties = declared.ties.map((key) => (typeof key === 'string' ? key : `order:${key.join(',')}`)).join(',');
  const { utility, completion, stop, comparison, threshold, exclusions } = declared;
  const exclusive = exclusions?.map((ids) => ids.join(',')).join(' ') ?? null;
  return Object.entries({ utility, completion, stop, comparison, threshold, exclusive, ties }).filter(([, value]) => value !== null).map(([name, value]) => `${name} ${value}`).join(', ');
}
