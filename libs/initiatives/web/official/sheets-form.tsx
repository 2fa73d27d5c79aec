import { sheetInput } from '@isegoria/initiatives/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Button, Form, FormActs, Loaded, Notice, Table, TextField, useAct, useFate, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { EnterSheetDocument, InitiativeDocument, SheetsDocument } from '../documents';
import styles from '../initiatives.module.css';

/** Counts a paper sheet: the number of the sheet, and how many valid signatures are on it. A second official counts it anew. */
export function SheetsForm({ id }: { id: string }) {
  const { t } = useWords('initiatives');
  const { problems, setProblems, refused, take } = useFate('initiatives');
  const [typed, setTyped] = useState({ number: '', valid: '' });
  const [enter, { pending }] = useAct(EnterSheetDocument, { refresh: [SheetsDocument, InitiativeDocument] });
  const send = async () => {
    const sheet = { number: Number(typed.number || NaN), valid: Number(typed.valid || NaN) };
    const wrong = problemsOf(sheetInput, sheet);
    setProblems(wrong);
    if (wrong.length === 0 && take((await enter({ initiativeId: id, ...sheet }))?.enterSheet, t('official.sheetKept'))) setTyped({ number: '', valid: '' });
  };
  return (
    <Form words="initiatives" summary="here" label={t('official.sheets')} problems={problems} onSubmit={() => void send()}>
      <p className={styles.small}>{t('official.sheetsHint')}</p>
      <TextField name="number" inputMode="numeric" width="short" label={t('field.number')} value={typed.number} onChange={(number) => setTyped({ ...typed, number })} />
      <TextField name="valid" inputMode="numeric" width="short" label={t('field.validOnSheet')} value={typed.valid} onChange={(valid) => setTyped({ ...typed, valid })} />
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs>
        <Button type="submit" pending={pending}>{t('official.sheetAct')}</Button>
      </FormActs>
      <Loaded answer={useGraph(SheetsDocument, { initiativeId: id }, { staleMs: 0 })}>
        {({ signatureSheets }) => signatureSheets.length > 0 && (
          <Table
            caption={t('official.sheets')}
            columns={[{ key: 'number', label: t('field.number'), type: 'number' }, { key: 'mine', label: t('official.sheetMine'), type: 'number' }, { key: 'valid', label: t('official.sheetValid'), type: 'number' }, { key: 'state', label: t('official.sheetState'), type: 'text' }]}
            rows={signatureSheets.map(({ number, mine, valid, state }) => ({ number, mine: mine ?? null, valid: valid ?? null, state: t(`sheetState.${state}`) }))}
          />
        )}
      </Loaded>
    </Form>
  );
}
