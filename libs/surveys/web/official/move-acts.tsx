import { AskedButton, Button, useWords } from '@isegoria/ui/web';
import styles from './official.module.css';
import { useFocusAfterMove } from './use-focus-after-move';

interface MoveActsProps {
  /** What moves, by its name. */
  name: string;
  at: number;
  canUp: boolean;
  canDown: boolean;
  /** Asked before it is taken out; without it, it goes at once. */
  loses?: string | undefined;
  onMove(step: 1 | -1): void;
  onRemove(): void;
}

/** Up, down and out, by buttons: no thing of a form needs dragging. */
export function MoveActs({ name, at, canUp, canDown, loses, onMove, onRemove }: MoveActsProps) {
  const { t } = useWords('surveys');
  const { box, before } = useFocusAfterMove(at);
  const remove = (close: () => void) => {
    close();
    onRemove();
    return Promise.resolve();
  };
  return (
    <div ref={box} className={styles.acts}>
      {canUp && <Button variant="quiet" label={t('edit.upOf', { name })} onClick={before(() => onMove(-1))}>{t('edit.up')}</Button>}
      {canDown && <Button variant="quiet" label={t('edit.downOf', { name })} onClick={before(() => onMove(1))}>{t('edit.down')}</Button>}
      {loses === undefined ? (
        <Button variant="quiet" label={t('edit.removeOf', { name })} onClick={onRemove}>{t('edit.remove')}</Button>
      ) : (
        <AskedButton act={t('edit.remove')} label={t('edit.removeOf', { name })} question={t('edit.removeAsk', { name })} yes={t('edit.removeYes')} pending={false} onYes={remove}>
          <p>{loses}</p>
        </AskedButton>
      )}
    </div>
  );
}
