import { articleOfSubject, articleSubjectId, type Stance } from '@isegoria/consultations/contracts';
import { useMe } from '@isegoria/identity/web';
import { useGraph } from '@isegoria/ui/web';
import { useMemo } from 'react';
import { MyAmendmentsDocument, SpokenAboutDocument, type ContentsRow } from './documents';
import { useMyStances } from './use-my-stances';
import { useRead } from './use-read';

/** What the reader has done with a text so far. */
export interface Mine {
  read: readonly string[];
  stanceOn(ballotId: string): Stance | null;
  /** The articles for which they wrote another wording that stands. */
  amended: ReadonlySet<string>;
  /** The articles about which they wrote an argument. */
  argued: ReadonlySet<string>;
  refetch(): void;
}

/** Which articles of a text the reader has read, taken a stance on, argued about, and written anew. */
export function useMine(consultationId: string, articles: readonly ContentsRow[]): Mine {
  const { me } = useMe();
  const read = useRead(consultationId);
  const ballotIds = useMemo(() => articles.map(({ ballotId }) => ballotId), [articles]);
  const { stanceOn, refetch } = useMyStances(me ? ballotIds : none);
  const written = useGraph(MyAmendmentsDocument, { consultationId }, { enabled: me !== null }).data?.myAmendments;
  const amended = useMemo(() => new Set(written?.filter(isStanding).map(({ articleId }) => articleId)), [written]);
  const subjects = useMemo(() => articles.map(({ id }) => ({ kind: 'consultation-article', id: articleSubjectId(consultationId, id) })), [consultationId, articles]);
  const spoken = useGraph(SpokenAboutDocument, { subjects }, { enabled: me !== null, staleMs: 0 }).data?.spokenAbout;
  const argued = useMemo(() => new Set(spoken?.flatMap(({ id }) => articleOfSubject(id)?.articleId ?? [])), [spoken]);
  return { read, stanceOn, amended, argued, refetch };
}

const none: readonly string[] = [];

/** Whether another wording of theirs stands: one that was taken back or hidden leaves them free to write a new one. */
export const isStanding = ({ visibility }: { visibility: string }): boolean => visibility !== 'withdrawn' && visibility !== 'hidden';
