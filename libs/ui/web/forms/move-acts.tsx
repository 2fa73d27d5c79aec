import { type MouseEvent, type RefObject, useEffect, useRef } from 'react';
import { useWords } from '../words/use-words';
import { AskedButton } from '../frame/asked-button';
import { Button } from './button';
import styles from './move-acts.module.css';

export interface MoveActsProps {
  /** What moves, by its name. */
  name: string;
  /** Its place. When it changes, the focus goes with it. */
  at: number;
  canUp: boolean;
  canDown: boolean;
  /** What is lost with it, asked before it is taken out; without it, it goes at once. */
  loses?: string | undefined;
  onMove(step: 1 | -1): void;
  onRemove(): void;
}

/** Up, down and out, by buttons: no thing of a form needs dragging. */
export function MoveActs({ name, at, canUp, canDown, loses, onMove, onRemove }: MoveActsProps) {
  const { t } = useWords('ui');
  const { box, before } = useFocusAfterMove(at);
  const remove = (close: () => void) => {
    close();
    onRemove();
    return Promise.resolve();
  };
  return (
    <div ref={box} className={styles.acts}>
      {canUp && <Button variant="quiet" label={t('move.upOf', { name })} onClick={before(() => onMove(-1))}>{t('move.up')}</Button>}
      {canDown && <Button variant="quiet" label={t('move.downOf', { name })} onClick={before(() => onMove(1))}>{t('move.down')}</Button>}
      {loses === undefined ? (
        <Button variant="quiet" label={t('move.removeOf', { name })} onClick={onRemove}>{t('move.remove')}</Button>
      ) : (
        <AskedButton act={t('move.remove')} label={t('move.removeOf', { name })} question={t('move.removeAsk', { name })} yes={t('move.removeYes')} pending={false} onYes={remove}>
          <p>{loses}</p>
        </AskedButton>
      )}
    </div>
  );
}

/** What moves takes the focus with it: the browser loses it where the page puts a part elsewhere. */
function useFocusAfterMove(at: number): { box: RefObject<HTMLDivElement | null>; before(act: () => void): (event: MouseEvent<HTMLButtonElement>) => void } {
  const box = useRef<HTMLDivElement>(null);
  const pressed = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const button = pressed.current;
    pressed.current = null;
    if (button && document.activeElement !== button) (button.isConnected ? button : box.current?.querySelector('button'))?.focus();
  }, [at]);
  const before = (act: () => void) => ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    pressed.current = currentTarget;
    act();
  };
  return { box, before };
}
