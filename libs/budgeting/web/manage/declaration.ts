import { CITY, DECLARABLE_RULES } from '@isegoria/budgeting/contracts';
import type { VariablesOf } from '@isegoria/ui/web';
import type { OfflineChannel } from '@isegoria/votes/contracts';
import type { SaveBudgetDocument, ShownBudget } from '../documents';
import { centsTyped, eurosTyped } from './euros';

type Input = VariablesOf<typeof SaveBudgetDocument>['input'];

/** A declaration as it is typed. Words stand for «as the rule's name says» where they are empty. */
export interface Declaration {
  titleEl: string;
  titleEn: string;
  summaryEl: string;
  summaryEn: string;
  processId: string;
  /** Euros by area; empty where it has no money of its own. */
  money: Record<string, string>;
  form: 'approval' | 'points' | 'ranking';
  withinMoney: boolean;
  most: string;
  points: string;
  rule: string;
  utility: string;
  /** How money that is left over is spent, and under which rule that was said: the form does not ask for it, a program may have declared it. */
  completion: string;
  completionUnder: string;
  stop: string;
  comparison: string;
  threshold: string;
  /** The rule under which the budget has a threshold, though its name does not say so: as a program may have declared it. */
  thresholdUnder: string;
  tie: string;
  secrecy: 'secret' | 'sealed' | 'open';
  verified: boolean;
  minimumAge: string;
  /** Empty where membership does not matter. */
  list: string;
  channels: readonly OfflineChannel[];
}

export const channels = ['desk', 'paper', 'phone'] as const;
export const ruleChoices = DECLARABLE_RULES;
export const isShares = (rule: string): boolean => rule.startsWith('equalshares');
export const asksThreshold = ({ rule, thresholdUnder }: Declaration): boolean => rule === 'greedy-threshold' || rule === thresholdUnder;
/** Which thing tells tied projects apart first; the others follow. */
export const ties: Record<string, string[]> = { 'lower-cost': ['lower-cost', 'more-votes', 'id'], 'more-votes': ['more-votes', 'lower-cost', 'id'], id: ['id'] };

export const fresh: Declaration = {
  titleEl: '', titleEn: '', summaryEl: '', summaryEn: '', processId: '', money: {}, form: 'approval', withinMoney: true, most: '', points: '10', rule: 'equalshares/add1', utility: 'cost', completion: '', completionUnder: '', stop: '', comparison: '', threshold: '', thresholdUnder: '',
  tie: 'lower-cost', secrecy: 'secret', verified: false, minimumAge: '', list: '', channels: [],
};

export function declarationOf({ title, summary, processId, areas, ballot, rule, secrecy, electorate, channels: open }: ShownBudget): Declaration {
  const { form, withinMoney, most, points } = ballot;
  return {
    titleEl: title.el, titleEn: title.en, summaryEl: summary.el, summaryEn: summary.en, processId: processId ?? '', money: Object.fromEntries(areas.map(({ id, money }) => [id, eurosTyped(money)])),
    form: form === 'single' ? 'approval' : form, withinMoney, most: most === null ? '' : String(most), points: points === null ? '10' : String(points), rule: rule.name, utility: rule.utility ?? 'cost', completion: rule.completion ?? '', completionUnder: rule.name, stop: rule.stop ?? '',
    comparison: rule.comparison ?? '', threshold: rule.threshold === null ? '' : String(rule.threshold), thresholdUnder: rule.threshold === null ? '' : rule.name, tie: rule.ties[0] ?? 'lower-cost', secrecy,
    verified: electorate?.verified ?? false, minimumAge: String(electorate?.minimumAge ?? ''), list: electorate?.list ?? '', channels: open,
  };
}

/** What is sent. An amount or a number that cannot be read is NaN, which the schema refuses: it is never taken for «no limit». What the form does not show is not sent, but for the completion of a rule that stays. */
export function inputOf(typed: Declaration, id: string | null): Input {
  const shares = isShares(typed.rule);
  return {
    id, title: { el: typed.titleEl, en: typed.titleEn }, summary: { el: typed.summaryEl, en: typed.summaryEn }, processId: typed.processId,
    areas: Object.entries(typed.money).flatMap(([area, euros]) => (euros.trim() ? [{ id: area, money: centsTyped(euros) ?? Number.NaN }] : [])),
    form: typed.form, withinMoney: typed.withinMoney, most: typed.form === 'points' ? null : numberOf(typed.most), points: typed.form === 'points' ? numberOf(typed.points) : null, rule: typed.rule,
    utility: shares ? typed.utility : null, completion: typed.rule === typed.completionUnder ? typed.completion || null : null, stop: shares ? typed.stop || null : null, comparison: shares ? typed.comparison || null : null, ties: ties[typed.tie] ?? [],
    threshold: asksThreshold(typed) ? numberOf(typed.threshold) : null, secrecy: typed.secrecy,
    electorate: { verified: typed.verified, minimumAge: numberOf(typed.minimumAge), list: typed.list || null }, channels: [...typed.channels],
  };
}

/** Null where nothing is typed. */
function numberOf(text: string): number | null {
  const typed = text.trim();
  if (typed === '') return null;
  return /^\d+$/.test(typed) ? Number(typed) : Number.NaN;
}

/** Areas in the order of the form: the whole city, then the districts. */
export const areaIds = (districts: readonly { id: string }[]): string[] => [CITY, ...districts.map(({ id }) => id)];
