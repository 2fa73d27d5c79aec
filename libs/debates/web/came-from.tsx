import { Card, type SubjectPartProps, useGraph, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import { CameFromDocument } from './documents';

/** On a proposal's page: the debate that it was written from. */
export default function CameFrom({ subject: { id } }: SubjectPartProps) {
  const { t } = useWords('debates');
  const debate = useGraph(CameFromDocument, { proposalId: id }).data?.debateOfProposal;
  if (!debate) return null;
  return (
    <Card title={t('page.cameFrom')}>
      <p lang="el"><Link to={debate.path}>{debate.title}</Link></p>
    </Card>
  );
}
