import { Card, Loaded, Row, Rows, SearchField, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { Link } from 'react-router';
import { ProposalsToTurnDocument, type ShownBudget } from '../documents';

/** Citizens' proposals that may become projects, the most supported first. */
export function FromProposals({ budget }: { budget: ShownBudget }) {
  const { t, lt } = useWords('budgeting');
  const [search, setSearch] = useState('');
  const answer = useGraph(ProposalsToTurnDocument, { filter: search ? { text: search } : null }, { keepPrevious: true });
  return (
    <Card title={t('turn.title')} note={t('turn.note')}>
      <SearchField name="proposals" label={t('turn.search')} value={search} onSearch={setSearch} />
      <Loaded answer={answer}>
        {({ proposals: { items } }) => (
          <Rows label={t('turn.title')}>
            {items.map(({ id, title, lang, supports, project, district }) => (
              <Row key={id} title={title} lang={lang} note={[t('turn.supports', { count: supports }), district && lt(district.name)].filter(Boolean).join(' · ')}>
                {project ? <Link to={project.path}>{t('turn.isProject')}</Link> : <Link to={`/budgets/${budget.id}/manage/new?proposal=${id}`} aria-label={`${t('turn.make')}: ${title}`}>{t('turn.make')}</Link>}
              </Row>
            ))}
          </Rows>
        )}
      </Loaded>
    </Card>
  );
}
