import type { LotDecision } from '@isegoria/moderation/contracts';
import { Button, Dialog, Form, useWords } from '@isegoria/ui/web';
import { AgainstFields, useAgainst } from './against-fields';
import { caseName } from './case-words';
import type { RowShown } from './documents';
import styles from './queue.module.css';
import type { MadeDecision } from './use-held-decision';

export interface LotDialogProps {
  marked: readonly RowShown[];
  /** The decision about them that was taken back: what was written then is there again. */
  before: MadeDecision | null;
  onDecide(decision: MadeDecision): void;
  onClose(): void;
}

/** One decision about all that are marked, with one rule and one reason. Each author gets it for their own text. */
export function LotDialog({ marked, before, onDecide, onClose }: LotDialogProps) {
  const words = useWords('moderation');
  const { t } = words;
  const rules = new Set(marked.map(({ rule }) => rule));
  const [rule = null] = rules;
  const against = useAgainst(rules.size === 1 ? rule : null, before);
  const count = marked.length;
  const decide = (decision: LotDecision) => {
    if (!against.isEnough(decision)) return;
    const cases = marked.map((row) => ({ id: row.id, version: row.version, name: caseName(words, row) }));
    onDecide({ cases, lot: true, decision, rule: against.rule, reason: against.reason });
  };
  const actions = (
    <>
      <Button onClick={() => decide('hidden')}>{t('lot.hide', { count })}</Button>
      <Button variant="secondary" onClick={() => decide('approved')}>{t('lot.approve', { count })}</Button>
    </>
  );
  return (
    <Dialog title={t('lot.title', { count })} open onClose={onClose} actions={actions}>
      <ul className={styles.names} aria-label={t('lot.names')} tabIndex={0}>
        {marked.map((row) => <li key={row.id}>{caseName(words, row)}</li>)}
      </ul>
      <p>{t('lot.each')}</p>
      <Form words="moderation" problems={against.problems} summary="here" onSubmit={() => decide('hidden')}>
        <AgainstFields against={against} />
      </Form>
    </Dialog>
  );
}
