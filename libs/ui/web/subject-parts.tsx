import { Suspense } from 'react';
import type { SubjectPart, SubjectPartProps } from './slices';

let known: readonly SubjectPart[] = [];

/** The shell tells once which parts the slices hand in to each other's pages. */
export function offerParts(parts: readonly SubjectPart[]): void {
  known = [...parts].sort((a, b) => a.order - b.order);
}

/** Where a page lets others add to it: a slice below need not know who they are. */
export function SubjectParts({ subject }: SubjectPartProps) {
  return known
    .filter(({ kinds }) => kinds.includes(subject.kind))
    .map(({ component: Part, order }) => (
      <Suspense key={order}>
        <Part subject={subject} />
      </Suspense>
    ));
}
