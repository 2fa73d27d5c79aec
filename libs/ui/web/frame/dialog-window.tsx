import { intlLocale } from '@isegoria/kernel/contracts';
import { useId } from 'react';
import { Dialog as AriaDialog, Heading, I18nProvider, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../forms/button';
import { useWords } from '../words/use-words';
import type { DialogProps } from './dialog';
import styles from './dialog.module.css';

/** The window of a dialog that is open. */
export default function DialogWindow({ title, onClose, actions, closeLabel, mustChoose = false, children }: Omit<DialogProps, 'open'>) {
  const { t, locale } = useWords('ui');
  const heading = useId();
  return (
    <I18nProvider locale={intlLocale(locale)}>
      <ModalOverlay className={styles.overlay ?? ''} isOpen isDismissable={!mustChoose} isKeyboardDismissDisabled={mustChoose} onOpenChange={(isOpen) => !isOpen && onClose()}>
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
