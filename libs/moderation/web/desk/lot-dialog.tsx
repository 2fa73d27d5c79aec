import type { LotDecision } from '@isegoria/moderation/contracts';
import { Button, Dialog, Form, useWords } from '@isegoria/ui/web';
import { AgainstFields, useAgainst } from './against-fields';
import { CaseName } from './case-name';
import { caseName } from './case-words';
import type { RowShown } from '../documents';
import styles from './queue.module.css';
import type { DecisionOfLot } from './use-held-decision';

export interface LotDialogProps {
  /** As they stand before the reader: what comes in after that is not decided on. */
  cases: readonly RowShown[];
  /** The decision about them that was taken back: what was written then is there again. */
  before: DecisionOfLot | null;
  onDecide(decision: DecisionOfLot): void;
  onClose(): void;
}

/** One decision about all that are marked, with one rule and one reason. Each author gets it for their own text. */
export function LotDialog({ cases, before, onDecide, onClose }: LotDialogProps) {
  const words = useWords('moderation');
  const { t } = words;
  const rules = new Set(cases.map(({ rule }) => rule));
  const [rule = null] = rules;
  const against = useAgainst(rules.size === 1 ? rule : null, before);
  const count = cases.length;
  const decide = (decision: LotDecision) => {
    if (!against.isEnough(decision)) return;
    onDecide({ cases: cases.map((row) => ({ id: row.id, version: row.version, name: caseName(words, row) })), lot: true, decision, rule: against.rule, reason: against.reason });
  };
  const actions = (
    <>
      <Button onClick={() => decide('hidden')}>{t('lot.hide', { count })}</Button>
      <Button variant="secondary" onClick={() => decide('approved')}>{t('lot.approve', { count })}</Button>
    </>
  );
  return (
    <Dialog title={t('lot.title', { count })} open onClose={onClose} actions={actions}>
      <ul role="list" className={styles.names} aria-label={t('lot.names')} tabIndex={0}>
        {cases.map((row) => (
          <li key={row.id}>
            <span className={styles.name}><CaseName row={row} /></span>
            <p>{row.excerpt}</p>
          </li>
        ))}
      </ul>
      <p>{t('lot.each')}</p>
      <Form words="moderation" problems={against.problems} summary="here" onSubmit={() => decide('hidden')}>
        <AgainstFields against={against} />
      </Form>
    </Dialog>
  );
}
