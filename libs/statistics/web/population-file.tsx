import { announce, Card, Notice, useAct, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { ImportPopulation, PopulationDocument } from './documents';

/** The table from a file: read by the city, or refused with the row that it could not read. */
export function PopulationFile() {
  const { t } = useWords('statistics');
  const [refused, setRefused] = useState<string | null>(null);
  const [act, { pending }] = useAct(ImportPopulation, { refresh: [PopulationDocument] });
  const take = async (file: File | undefined) => {
    setRefused(null);
    const answer = file && (await act({ csv: await file.text() }));
    if (!answer) return;
    const { importPopulation: read } = answer;
    if (read.__typename === 'UnreadableLine') return setRefused(t('population.line', { line: read.line }));
    if (read.__typename === 'Invalid') return setRefused(t('population.wrongFile'));
    announce(t('population.saved'));
  };
  return (
    <Card title={t('population.file')} note={t('population.fileHint')}>
      <input
        type="file"
        accept=".csv,text/csv"
        aria-label={t('population.file')}
        disabled={pending}
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {refused && (
        <Notice tone="problem" live>
          {refused}
        </Notice>
      )}
    </Card>
  );
}
