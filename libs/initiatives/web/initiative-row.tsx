import type { ReactNode } from 'react';
import { Figure, Row, useWords } from '@isegoria/ui/web';
import type { ListedInitiative } from './listed-document';
import { StageTag } from './stage-tag';

/** An initiative of a list: how many have signed of how many, of what kind it is, and how it stands. */
export function InitiativeRow({ initiative, level = 2, to, children }: { initiative: ListedInitiative; level?: 2 | 3; to?: string; children?: ReactNode }) {
  const { t, lt } = useWords('initiatives');
  const { id, title, terms, signatures, category, district, stage } = initiative;
  const isSigned = !['draft', 'promoters', 'submitted', 'refused'].includes(stage);
  const note = [lt(terms.name), category && lt(category.name), district && lt(district.name), isSigned && t('list.of', { count: terms.needed })].filter(Boolean).join(', ');
  return (
    <Row
      level={level} to={to ?? `/initiatives/${id}`} title={title || t('mine.untitled')} lang="el" note={note} tag={<StageTag {...initiative} />}
      figure={isSigned && <Figure value={signatures.total} label={t('list.signatures', { count: signatures.total })} />}
    >
      {children}
    </Row>
  );
}
