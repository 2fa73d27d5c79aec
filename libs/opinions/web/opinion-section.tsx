import { lazy, Suspense } from 'react';
import type { Subject } from '@isegoria/kernel/contracts';
import { Waiting } from '@isegoria/ui/web';

export interface OpinionSectionProps {
  subject: Subject;
}

// A page that has it further down does not wait for it.
const OpinionsAbout = lazy(() => import('./opinions-about'));

/** The opinions about a subject, for the subject's own page. */
export function OpinionSection({ subject }: OpinionSectionProps) {
  return (
    <Suspense fallback={<Waiting />}>
      <OpinionsAbout subject={subject} />
    </Suspense>
  );
}
