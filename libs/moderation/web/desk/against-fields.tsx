import { useState } from 'react';
import { problemsOf } from '@isegoria/kernel/contracts';
import { againstSchema, codeOfConduct, type ModerationDecision, moderationLimits } from '@isegoria/moderation/contracts';
import { type Problem, Select, TextArea, useWords } from '@isegoria/ui/web';
import type { MadeDecision } from './use-held-decision';

/** The rule and the reason of a decision while it is made. */
export interface Against {
  rule: number | null;
  reason: string;
  problems: readonly Problem[];
  chooseRule(rule: number | null): void;
  setReason(reason: string): void;
  /** Whether nothing is missing for this decision; says what is. */
  isEnough(decision: ModerationDecision): boolean;
}

/** Begins with the proposed rule and its reason, or with what was written `before` a decision was taken back. */
export function useAgainst(proposed: number | null, before: MadeDecision | null): Against {
  const { t, has } = useWords('moderation');
  const templateOf = (number: number | null) => (number !== null && has(`template.${number}`) ? t(`template.${number}`) : '');
  const [rule, setRule] = useState(before ? before.rule : proposed);
  const [reason, setReason] = useState(() => before?.reason ?? templateOf(proposed));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  return {
    rule,
    reason,
    problems,
    /** A reason that somebody wrote stays; a proposed one follows the rule. */
    chooseRule(number) {
      if (reason === templateOf(rule)) setReason(templateOf(number));
      setRule(number);
    },
    setReason,
    isEnough(decision) {
      const wrong = decision === 'approved' ? [] : problemsOf(againstSchema, { rule, reason });
      setProblems(wrong);
      return wrong.length === 0;
    },
  };
}

/** What a decision against a text needs: the rule, and the reason in words that its author understands. */
export function AgainstFields({ against }: { against: Against }) {
  const { t, lt } = useWords('moderation');
  return (
    <>
      <Select
        name="rule"
        label={t('decide.rule')}
        width="full"
        value={against.rule === null ? '' : String(against.rule)}
        placeholder={t('decide.ruleChoose')}
        choices={codeOfConduct.map(({ number, title }) => ({ value: String(number), label: `${number}. ${lt(title)}` }))}
        onChange={(value) => against.chooseRule(value === '' ? null : Number(value))}
      />
      <TextArea name="reason" label={t('decide.reason')} rows={2} limit={moderationLimits.reason} value={against.reason} onChange={against.setReason} />
    </>
  );
}
