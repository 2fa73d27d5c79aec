import { type ReactNode, useState } from 'react';
import { Button, type ButtonProps } from '../forms/button';
import { Dialog } from './dialog';

export interface AskedButtonProps {
  act: string;
  /** The act with the name of what it acts on, for who listens. */
  label?: string;
  variant?: ButtonProps['variant'];
  question: string;
  yes: string;
  /** How the button in the question looks: most acts that are asked about take something away. */
  yesVariant?: ButtonProps['variant'];
  /** The words of the way out. */
  no?: string;
  pending: boolean;
  /** Does it, and closes the question where that is to be closed: one that did not go through may stay. */
  onYes(close: () => void): Promise<void>;
  /** What comes of it. */
  children: ReactNode;
}

/** A button whose act asks for a second thought. */
export function AskedButton({ act, label, variant = 'quiet', question, yes, yesVariant = 'danger', no, pending, onYes, children }: AskedButtonProps) {
  const [asking, ask] = useState(false);
  const close = () => ask(false);
  const actions = (
    <Button variant={yesVariant} pending={pending} onClick={() => void onYes(close)}>
      {yes}
    </Button>
  );
  return (
    <>
      <Button variant={variant} label={label} onClick={() => ask(true)}>
        {act}
      </Button>
      <Dialog title={question} open={asking} onClose={close} closeLabel={no} actions={actions}>
        {children}
      </Dialog>
    </>
  );
}
