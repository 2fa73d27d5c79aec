import { Notice, type SubjectPartProps, useGraph, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import { ToldDocument } from './documents';

/** A line on the page of a thing about whose supports the city has said something; else nothing. */
export default function ToldPart({ subject }: SubjectPartProps) {
  const { t } = useWords('integrity');
  const told = useGraph(ToldDocument, { subject }).data?.integrityTold ?? [];
  return told.map(({ id, finding }) => (
    <Notice key={id}>
      {t(`part.${finding}`)} <Link to={`/integrity/${id}`}>{t('part.more')}</Link>
    </Notice>
  ));
}
