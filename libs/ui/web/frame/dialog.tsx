import type { ReactNode } from 'react';
import { onDemand } from './on-demand';

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

/** The code of a dialog's window, which weighs more than most pages that may open one. */
export const fetchDialog = () => import('./dialog-window');

const DialogWindow = onDemand(fetchDialog);

/** A question that comes before all else. The focus stays in it and goes back to where it came from. */
export function Dialog({ open, ...dialog }: DialogProps) {
  return open && <DialogWindow {...dialog} />;
}
