import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { RequireRole } from '@isegoria/identity/web';
import { Loaded, useGraph } from '@isegoria/ui/web';
import { MissingProcess } from '../missing-process';
import { type Process, ProcessQuery } from '../documents';

/** The process at this address, for a page on which an administrator changes it. */
export function ManagedProcess({ children }: { children(process: Process): ReactNode }) {
  return (
    <RequireRole roles={['administrator']}>
      <Read>{children}</Read>
    </RequireRole>
  );
}

function Read({ children }: { children(process: Process): ReactNode }) {
  const { id = '' } = useParams();
  const answer = useGraph(ProcessQuery, { id });
  return <Loaded answer={answer}>{({ process }) => (process ? children(process) : <MissingProcess />)}</Loaded>;
}
