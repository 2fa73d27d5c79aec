import { Select, TextField, useWords } from '@isegoria/ui/web';
import { asksThreshold, type Declaration, isShares, ruleChoices, ties } from './declaration';

/** The rule, and each choice in it that changes winners. */
export function RuleFields({ typed, onChange }: { typed: Declaration; onChange(part: Partial<Declaration>): void }) {
  const { t } = useWords('budgeting');
  const choices = (group: string, values: readonly string[]) => values.map((value) => ({ value, label: t(`declare.${group}.${value.replace('/', '_')}`) }));
  const raises = typed.rule.includes('add1');
  return (
    <>
      <Select width="full" name="rule" label={t('declare.rule')} hint={t('declare.ruleHint')} choices={choices('rules', ruleChoices)} value={typed.rule} onChange={(rule) => onChange({ rule })} />
      {asksThreshold(typed) && <TextField name="threshold" optional={typed.rule !== 'greedy-threshold'} width="short" inputMode="numeric" label={t('declare.threshold')} value={typed.threshold} onChange={(threshold) => onChange({ threshold })} />}
      {isShares(typed.rule) && typed.form === 'approval' && <Select width="full" name="utility" label={t('declare.utility')} choices={choices('utilities', ['cost', 'cardinality'])} value={typed.utility} onChange={(utility) => onChange({ utility })} />}
      {raises && <Select width="full" name="stop" label={t('declare.stop')} placeholder={t('declare.asNamed')} choices={choices('stops', ['exhaustive', 'overspend'])} value={typed.stop} onChange={(stop) => onChange({ stop })} />}
      {isShares(typed.rule) && <Select width="full" name="comparison" label={t('declare.comparison')} placeholder={t('declare.asNamed')} choices={choices('comparisons', ['none', 'satisfaction'])} value={typed.comparison} onChange={(comparison) => onChange({ comparison })} />}
      <Select width="full" name="tie" label={t('declare.tie')} choices={choices('ties', Object.keys(ties))} value={typed.tie} onChange={(tie) => onChange({ tie })} />
    </>
  );
}
