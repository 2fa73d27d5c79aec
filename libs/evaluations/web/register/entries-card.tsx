import { useMe } from '@isegoria/identity/web';
import { Card, DateText, Facts, LinkButton, useGraph, useWords } from '@isegoria/ui/web';
import { EntriesDocument } from './documents';

/** For officials: who entered a decision and who changed it, and the way to correct it. */
export function EntriesCard({ id }: { id: string }) {
  const { t } = useWords('evaluations');
  const isOfficial = useMe().is('official', 'administrator');
  const entries = useGraph(EntriesDocument, { id }, { enabled: isOfficial }).data?.decisionEntries ?? [];
  if (!isOfficial) return null;
  const label = (place: number, status: string) => t(status === 'REVOKED' ? 'versions.revoked' : place === 0 ? 'register.entries.entered' : 'versions.corrected');
  return (
    <Card title={t('register.entries.title')} note={t('register.entries.note')}>
      {entries.length > 0 && (
        <Facts facts={entries.map(({ status, at, name }, place) => ({ label: label(place, status), value: <>{name ?? t('register.entries.nobody')}, <DateText at={at} /></> }))} />
      )}
      <LinkButton variant="secondary" to={`/decisions/${id}/correct`}>{t('register.correct.go')}</LinkButton>
    </Card>
  );
}
