import { Figure, Row, useWords } from '@isegoria/ui/web';
import type { ListedDebate } from './listed-document';
import { StageTag } from './stage-tag';

/** A debate of a list: how many people took part, what is asked, by whom, and how it stands. */
export function DebateRow({ debate }: { debate: ListedDebate }) {
  const { t, lt } = useWords('debates');
  const { id, title, people, category, district, opener } = debate;
  const note = [category && lt(category.name), district && lt(district.name), opener.department && t('list.byDepartment', { name: lt(opener.department.name) })].filter(Boolean).join(', ');
  return <Row level={2} to={`/debates/${id}`} title={title || t('mine.untitled')} lang={title ? 'el' : undefined} note={note} tag={<StageTag {...debate} />} figure={<Figure value={people} label={t('list.people', { count: people })} />} />;
}
