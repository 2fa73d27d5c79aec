import { intlLocale } from '@isegoria/kernel/contracts';
import { useId, type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, I18nProvider, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../forms/button';
import { useWords } from '../words/use-words';
import styles from './dialog.module.css';

export interface DialogProps {
  /** A question or an act, in words. */
  title: string;
  open: boolean;
  onClose(): void;
  /** The acts, the main one first; a way out is always added. */
  actions?: ReactNode;
  /** The words of the way out. */
  closeLabel?: string;
  /** True where an accidental Escape would lose something. */
  mustChoose?: boolean;
  children?: ReactNode;
}

/** A question that comes before all else. The focus stays in it and goes back to where it came from. */
export function Dialog({ title, open, onClose, actions, closeLabel, mustChoose = false, children }: DialogProps) {
  const { t, locale } = useWords('ui');
  const heading = useId();
  return (
    <I18nProvider locale={intlLocale(locale)}>
      <ModalOverlay className={styles.overlay ?? ''} isOpen={open} isDismissable={!mustChoose} isKeyboardDismissDisabled={mustChoose} onOpenChange={(isOpen) => !isOpen && onClose()}>
        <Modal className={styles.modal ?? ''}>
          <AriaDialog className={styles.dialog ?? ''} role={mustChoose ? 'alertdialog' : 'dialog'} aria-labelledby={heading}>
            <Heading slot="title" id={heading}>
              {title}
            </Heading>
            <div className={styles.body}>{children}</div>
            <div className={styles.acts}>
              {actions}
              <Button variant={actions ? 'quiet' : 'primary'} onClick={onClose}>
                {closeLabel ?? t(actions ? 'cancel' : 'close')}
              </Button>
            </div>
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  );
}
