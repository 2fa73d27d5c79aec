import { type RefObject, useEffect, useState } from 'react';
import { problemsOf } from '@isegoria/kernel/contracts';
import { againstSchema, codeOfConduct, moderationLimits } from '@isegoria/moderation/contracts';
import { Button, Form, FormActs, Notice, type Problem, Select, TextArea, useWords } from '@isegoria/ui/web';
import type { PanelActs } from './case-panel';
import { caseName } from './case-words';
import type { CaseShown } from './documents';
import { PassDialog } from './pass-dialog';
import type { Elsewhere } from './use-claim';
import { graceMs, type MadeDecision } from './use-held-decision';

export interface DecideFormProps {
  found: CaseShown;
  /** Until when the case is ours. */
  until: string;
  /** Where it went, if it is not ours any more. */
  lost: Elsewhere | null;
  /** The decision about it that was taken back: what was written then is there again. */
  before: MadeDecision | null;
  acts: RefObject<PanelActs | null>;
  keysOn: boolean;
  onDecide(decision: MadeDecision): void;
  onPassed(): void;
}

type Decision = 'approved' | 'hidden' | 'returned';

/** The rule, the reason in words that its author understands, and the four acts. */
export function DecideForm({ found, until, lost, before, acts, keysOn, onDecide, onPassed }: DecideFormProps) {
  const words = useWords('moderation');
  const { t, lt, has } = words;
  const templateOf = (number: number | null) => (number !== null && has(`template.${number}`) ? t(`template.${number}`) : '');
  const [rule, setRule] = useState(before ? (before.input.rule ?? null) : found.row.rule);
  const [reason, setReason] = useState(() => before?.input.reason ?? templateOf(found.row.rule));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isLate, setLate] = useState(false);
  const [passing, setPassing] = useState(false);

  /** A reason that somebody wrote stays; a proposed one follows the rule. */
  const chooseRule = (number: number | null) => {
    if (reason === templateOf(rule)) setReason(templateOf(number));
    setRule(number);
  };
  const decide = (decision: Decision) => {
    const wrong = decision === 'approved' ? [] : problemsOf(againstSchema, { rule, reason });
    setProblems(wrong);
    // It goes out a moment later, and must still be ours then.
    const tooLate = lost !== null || Date.parse(until) <= Date.now() + graceMs;
    setLate(tooLate);
    if (wrong.length === 0 && !tooLate) onDecide({ input: { id: found.id, version: found.row.version, decision, rule, reason }, name: caseName(words, found.row) });
  };
  useEffect(() => {
    acts.current = { return: () => decide('returned'), approve: () => decide('approved'), hide: () => decide('hidden'), pass: () => setPassing(true) };
    return () => void (acts.current = null);
  });

  const key = (letter: string) => (keysOn ? letter : undefined);
  return (
    <>
      <Form words="moderation" problems={problems} summary="here" label={t('queue.title')} onSubmit={() => decide('returned')}>
        <Select
          name="rule"
          label={t('decide.rule')}
          width="full"
          value={rule === null ? '' : String(rule)}
          placeholder={t('decide.ruleChoose')}
          choices={codeOfConduct.map(({ number, title }) => ({ value: String(number), label: `${number}. ${lt(title)}` }))}
          onChange={(value) => chooseRule(value === '' ? null : Number(value))}
        />
        <TextArea name="reason" label={t('decide.reason')} rows={2} limit={moderationLimits.reason} value={reason} onChange={setReason} />
        {isLate && <Notice tone="problem" live>{t(lost?.state === 'gone' ? 'decide.refused.case' : 'decide.refused.not_claimed')}</Notice>}
        <FormActs>
          <Button type="submit" shortcut={key('R')}>{t('decide.returned')}</Button>
          <Button variant="secondary" shortcut={key('A')} onClick={() => decide('approved')}>
            {t(found.row.kind === 'waiting' ? 'decide.publish' : 'decide.approved')}
          </Button>
          <Button variant="secondary" shortcut={key('H')} onClick={() => decide('hidden')}>{t('decide.hidden')}</Button>
          <Button variant="secondary" shortcut={key('G')} onClick={() => setPassing(true)}>{t('decide.pass')}</Button>
        </FormActs>
      </Form>
      <PassDialog caseId={found.id} open={passing} onClose={() => setPassing(false)} onPassed={onPassed} />
    </>
  );
}
