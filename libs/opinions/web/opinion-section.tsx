import { lazy, Suspense } from 'react';
import type { Subject } from '@isegoria/kernel/contracts';
import { Waiting } from '@isegoria/ui/web';
import type { ReportSlot } from './statement-acts';

export interface OpinionSectionProps {
  subject: Subject;
  /** How one reports a statement, for pages that can show more than a link: `(item, of) => <ReportButton item={item} of={of} />`. */
  report?: ReportSlot;
}

// A page that has it further down does not wait for it.
const OpinionsAbout = lazy(() => import('./opinions-about'));

/** The opinions about a subject, for the subject's own page. */
export function OpinionSection({ subject, report }: OpinionSectionProps) {
  return (
    <Suspense fallback={<Waiting />}>
      <OpinionsAbout subject={subject} report={report} />
    </Suspense>
  );
}
