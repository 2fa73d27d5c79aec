import { Card, DateText, Facts, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import type { ShownRequest } from '../documents';
import { asLabel } from '../standing';

/** At a glance: whose matter it is, who reported it, and what the crew was told. */
export function RequestFacts({ request }: { request: ShownRequest }) {
  const { t, lt } = useWords('requests');
  const { id, department, service, reporter, channel, createdAt, answers, reopened, duplicates, mine, affected } = request;
  const facts = [
    { label: t('field.serviceId'), value: lt(service.name) },
    { label: t('page.department'), value: lt(department.name) },
    { label: t('page.number'), value: id },
    { label: t('page.reported'), value: <><DateText at={createdAt} /> {channel !== 'online' && t(`channel.${channel}`)}</> },
    reporter && { label: t('page.reporter'), value: reporter.name },
    ...answers.map(({ question, answer }) => ({ label: asLabel(lt(question)), value: lt(answer) })),
    mine && affected > 0 && { label: t('page.affected'), value: t('list.affected', { count: affected }) },
    reopened > 0 && { label: t('page.reopened'), value: t('page.reopenedTimes', { count: reopened }) },
    duplicates.length > 0 && {
      label: t('page.duplicates'),
      value: (
        <ul role="list">
          {duplicates.map((one) => (
            <li key={one.id}>
              <Link to={one.path}>{t('list.number', { id: one.id })}</Link>
            </li>
          ))}
        </ul>
      ),
    },
  ].filter((fact) => typeof fact === 'object' && fact !== null);
  return (
    <Card title={t('page.facts')}>
      <Facts facts={facts} />
    </Card>
  );
}
