import { type RefObject, useEffect, useState } from 'react';
import { problemsOf } from '@isegoria/kernel/contracts';
import { againstSchema, codeOfConduct, moderationLimits } from '@isegoria/moderation/contracts';
import { Button, Form, FormActs, Notice, type Problem, Select, TextArea, useAct, useWords } from '@isegoria/ui/web';
import type { PanelActs } from './case-panel';
import { type CaseShown, DecideCase } from './documents';
import { PassDialog } from './pass-dialog';

export interface DecideFormProps {
  found: CaseShown;
  version: number;
  acts: RefObject<PanelActs | null>;
  keysOn: boolean;
  /** Something came in between: here is the case as it is now. */
  onChanged(found: CaseShown): void;
  onDone(said: string): void;
}

type Decision = 'approved' | 'hidden' | 'returned';

/** The rule, the reason in words that its author understands, and the four acts. */
export function DecideForm({ found, version, acts, keysOn, onChanged, onDone }: DecideFormProps) {
  const { t, lt, has } = useWords('moderation');
  const templateOf = (number: number | null) => (number !== null && has(`template.${number}`) ? t(`template.${number}`) : '');
  const [rule, setRule] = useState(found.row.rule);
  const [reason, setReason] = useState(() => templateOf(found.row.rule));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [passing, setPassing] = useState(false);
  const [decide, { pending }] = useAct(DecideCase);

  /** A reason that somebody wrote stays; a proposed one follows the rule. */
  const chooseRule = (number: number | null) => {
    if (reason === templateOf(rule)) setReason(templateOf(number));
    setRule(number);
  };
  const send = async (decision: Decision) => {
    setRefused(null);
    const wrong = decision === 'approved' ? [] : problemsOf(againstSchema, { rule, reason });
    setProblems(wrong);
    if (wrong.length > 0 || pending) return;
    const answer = (await decide({ input: { id: found.id, version, decision, rule, reason } }))?.decideCase;
    if (!answer) return;
    if (answer.__typename === 'CaseDecided') return onDone(t(`decide.done.${decision}`));
    if (answer.__typename === 'CaseChanged') return onChanged(answer.case);
    if (answer.__typename === 'Invalid') return setProblems(answer.problems);
    setRefused(t(`decide.refused.${answer.__typename === 'NotAllowed' ? answer.reason : answer.__typename === 'CaseTaken' ? 'not_claimed' : 'case'}`));
  };
  useEffect(() => {
    acts.current = { return: () => void send('returned'), approve: () => void send('approved'), hide: () => void send('hidden'), pass: () => setPassing(true) };
    return () => void (acts.current = null);
  });

  const key = (letter: string) => (keysOn ? letter : undefined);
  return (
    <Form words="moderation" problems={problems} summary="here" label={t('queue.title')} onSubmit={() => void send('returned')}>
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
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs>
        <Button type="submit" pending={pending} shortcut={key('R')}>{t('decide.returned')}</Button>
        <Button variant="secondary" pending={pending} shortcut={key('A')} onClick={() => void send('approved')}>
          {t(found.row.kind === 'waiting' ? 'decide.publish' : 'decide.approved')}
        </Button>
        <Button variant="secondary" pending={pending} shortcut={key('H')} onClick={() => void send('hidden')}>{t('decide.hidden')}</Button>
        <Button variant="secondary" shortcut={key('G')} onClick={() => setPassing(true)}>{t('decide.pass')}</Button>
      </FormActs>
      <PassDialog caseId={found.id} open={passing} onClose={() => setPassing(false)} onPassed={() => onDone(t('decide.done.passed'))} />
    </Form>
  );
}
