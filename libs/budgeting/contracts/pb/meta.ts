import type { VoteType } from '../election';
import { type Decimal, readDecimal, unitsOf } from '../money';
import type { Defects } from './defects';

const VOTE_TYPES: ReadonlySet<string> = new Set<VoteType>(['approval', 'choose-1', 'ordinal', 'cumulative', 'scoring']);
const isVoteType = (word: string): word is VoteType => VOTE_TYPES.has(word);

/** The section META: what the election says of itself. */
export class MetaPart {
  readonly cells: [string, string][] = [];
  budget: Decimal | null = null;
  voteType: VoteType | null = null;
  private readonly values = new Map<string, { value: string; line: number }>();
  private lastLine = 1;

  constructor(private readonly defects: Defects) {}

  row(line: number, [key = '', ...more]: string[]): void {
    const name = key.trim();
    const value = more.join(';').trim();
    this.lastLine = line;
    this.cells.push([name, value]);
    if (this.values.has(name)) return this.defects.add(line, 'repeatedMeta', { name });
    this.values.set(name, { value, line });
    if (name === 'budget') this.readBudget(line, value);
    if (name === 'vote_type') this.readVoteType(line, value);
  }

  value(name: string): string | null {
    return this.values.get(name)?.value || null;
  }

  lineOf(name: string): number {
    return this.values.get(name)?.line ?? this.lastLine;
  }

  /** A whole number that may be absent; anything else is a defect, told once. */
  readonly whole = (name: string): number | null => {
    const text = this.value(name);
    if (text === null || /^none$/i.test(text)) return null;
    const number = readDecimal(text);
    const units = number && number.digits >= 0n ? unitsOf(number, 0) : null;
    if (units === null) this.defects.add(this.lineOf(name), 'badNumber', { name, value: text });
    return units;
  };

  budgetIn(decimals: number): number | null {
    if (!this.budget) {
      if (!this.values.has('budget')) this.defects.add(this.lastLine, 'noMeta', { name: 'budget' });
      return null;
    }
    const units = unitsOf(this.budget, decimals);
    if (units === null) this.defects.add(this.lineOf('budget'), 'tooLarge', { value: this.value('budget') ?? '' });
    return units;
  }

  facts() {
    const name = [this.value('description') ?? this.value('unit'), this.value('instance')].filter(Boolean).join(', ');
    return { name, currency: this.value('currency') ?? '', voteType: this.voteType ?? ('approval' as const), threshold: this.whole('min_project_score_threshold'), maxPoints: this.whole('max_sum_points') };
  }

  private readBudget(line: number, value: string): void {
    const budget = readDecimal(value);
    if (budget && budget.digits > 0n && budget.decimals <= 6) this.budget = budget;
    else this.defects.add(line, 'badBudget', { value });
  }

  private readVoteType(line: number, value: string): void {
    if (isVoteType(value)) this.voteType = value;
    else this.defects.add(line, 'badVoteType', { value });
  }
}
