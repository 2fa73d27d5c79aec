import { announce, Button, Dialog } from '@isegoria/ui/web';
import { useState } from 'react';

interface EndButtonProps {
  act: string;
  /** The act with the name of what it ends, for who listens. */
  label: string;
  question: string;
  /** What is lost by it. */
  loses: string;
  yes: string;
  no: string;
  done: string;
  pending: boolean;
  /** False where it did not go through; the shell has said why. */
  onEnd(): Promise<boolean>;
}

/** An act that nobody can undo, after a second thought. */
export function EndButton({ act, label, question, loses, yes, no, done, pending, onEnd }: EndButtonProps) {
  const [asking, ask] = useState(false);
  const end = async () => {
    if (!(await onEnd())) return;
    ask(false);
    announce(done);
  };
  const actions = (
    <Button variant="danger" pending={pending} onClick={() => void end()}>
      {yes}
    </Button>
  );
  return (
    <>
      <Button variant="quiet" label={label} onClick={() => ask(true)}>
        {act}
      </Button>
      <Dialog title={question} open={asking} onClose={() => ask(false)} closeLabel={no} actions={actions}>
        <p>{loses}</p>
      </Dialog>
    </>
  );
}
