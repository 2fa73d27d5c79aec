import { Card, FileField, Notice, useAct, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { ImportPopulation, PopulationDocument } from './documents';

/** The table from a file: read by the city, or refused with the row that it could not read. */
export function PopulationFile({ onSaved }: { onSaved(): void }) {
  const { t } = useWords('statistics');
  const [refused, setRefused] = useState<string | null>(null);
  const [act, { pending }] = useAct(ImportPopulation, { refresh: [PopulationDocument] });
  const take = async (file: File) => {
    setRefused(null);
    const answer = await act({ csv: await file.text() });
    if (!answer) return;
    const { importPopulation: read } = answer;
    if (read.__typename === 'UnreadableLine') return setRefused(t('population.line', { line: read.line }));
    if (read.__typename === 'Invalid') return setRefused(t('population.wrongFile'));
    onSaved();
  };
  return (
    <Card title={t('population.file')} note={t('population.fileHint')}>
      <FileField name="file" hideLabel label={t('population.file')} accept=".csv,text/csv" pending={pending} onFile={(file) => void take(file)} />
      {refused && (
        <Notice tone="problem" live>
          {refused}
        </Notice>
      )}
    </Card>
  );
}
