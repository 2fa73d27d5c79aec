import { type RefObject, useEffect, useState } from 'react';
import type { ModerationDecision } from '@isegoria/moderation/contracts';
import { Button, Form, FormActs, Notice, useWords } from '@isegoria/ui/web';
import { AgainstFields, useAgainst } from './against-fields';
import type { PanelActs } from './case-panel';
import { caseName } from './case-words';
import type { CaseShown } from '../documents';
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

/** The rule, the reason in words that its author understands, and the four acts. */
export function DecideForm({ found, until, lost, before, acts, keysOn, onDecide, onPassed }: DecideFormProps) {
  const words = useWords('moderation');
  const { t } = words;
  const against = useAgainst(found.row.rule, before);
  const [isLate, setLate] = useState(false);
  const [passing, setPassing] = useState(false);

  const decide = (decision: ModerationDecision) => {
    const isEnough = against.isEnough(decision);
    // It goes out a moment later, and must still be ours then.
    const tooLate = lost !== null || Date.parse(until) <= Date.now() + graceMs;
    setLate(tooLate);
    const { rule, reason } = against;
    if (isEnough && !tooLate) onDecide({ cases: [{ id: found.id, version: found.row.version, name: caseName(words, found.row) }], lot: false, decision, rule, reason });
  };
  useEffect(() => {
    acts.current = { return: () => decide('returned'), approve: () => decide('approved'), hide: () => decide('hidden'), pass: () => setPassing(true) };
    return () => void (acts.current = null);
  });

  const key = (letter: string) => (keysOn ? letter : undefined);
  return (
    <>
      <Form words="moderation" problems={against.problems} summary="here" label={t('queue.title')} onSubmit={() => decide('returned')}>
        <AgainstFields against={against} />
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
