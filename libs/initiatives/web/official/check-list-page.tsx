import { RequireRole } from '@isegoria/identity/web';
import { AskedButton, Button, Loaded, Notice, Page, refusalText, type ResultOf, Table, useAct, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { useParams } from 'react-router';
import { InitiativeDocument, OpenCheckListDocument, type ShownInitiative } from '../documents';

type List = Extract<ResultOf<typeof OpenCheckListDocument>['openCheckList'], { __typename: 'CheckListOpened' }>['list'];

/** The list of those who signed, for the check against the electoral roll. It is not shown before the clerk says so: each opening stands in the public ledger. */
export function Component() {
  const { id = '' } = useParams();
  const answer = useGraph(InitiativeDocument, { id });
  return (
    <RequireRole roles={['clerk', 'administrator']}>
      <Loaded answer={answer}>{({ initiative }) => initiative && <CheckListPage initiative={initiative} />}</Loaded>
    </RequireRole>
  );
}

function CheckListPage({ initiative: { id, title } }: { initiative: ShownInitiative }) {
  const words = useWords('initiatives');
  const { t } = words;
  const [list, setList] = useState<List | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [open, { pending }] = useAct(OpenCheckListDocument);
  const yes = async (close: () => void) => {
    const result = (await open({ id }))?.openCheckList;
    if (!result) return;
    close();
    if (result.__typename === 'CheckListOpened') setList(result.list);
    else setRefused(refusalText(words, result.reason));
  };
  return (
    <Page wide title={t('checkList.title')} kicker={<span lang="el">{title}</span>} lead={t('checkList.lead')} back={{ to: `/initiatives/${id}` }}>
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      {list ? (
        <Shown list={list} />
      ) : (
        <AskedButton act={t('checkList.open')} variant="primary" yesVariant="primary" question={t('checkList.ask')} yes={t('checkList.yes')} pending={pending} onYes={yes}>
          <p>{t('checkList.public')}</p>
        </AskedButton>
      )}
    </Page>
  );
}

function Shown({ list: { made, keptUntil, lines, openings } }: { list: List }) {
  const { t, d, lt } = useWords('initiatives');
  const columns = [
    { key: 'name', label: t('checkList.name'), type: 'text' as const }, { key: 'birthYear', label: t('checkList.birthYear'), type: 'text' as const }, { key: 'district', label: t('checkList.district'), type: 'text' as const },
    { key: 'day', label: t('checkList.day'), type: 'date' as const },
  ];
  const rows = lines.map(({ name, birthYear, district, day }) => ({ name, birthYear: birthYear ? String(birthYear) : null, district: district ? lt(district) : null, day }));
  const save = () => {
    const cell = (value: string | null) => `"${(value ?? '').replaceAll('"', '""').replace(/^[=+\-@]/, "'$&")}"`;
    const text = [columns.map(({ label }) => cell(label)), ...rows.map((row) => [row.name, row.birthYear, row.district, row.day].map(cell))].map((line) => line.join(',')).join('\r\n');
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([`\uFEFF${text}`], { type: 'text/csv' }));
    link.download = 'check-list.csv';
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <>
      <Notice tone="warning" title={t('checkList.count', { count: lines.length, made })}>{t('checkList.until', { date: d(keptUntil) })}</Notice>
      <div className="no-print"><Button variant="secondary" onClick={save}>{t('checkList.save')}</Button></div>
      <Table caption={t('checkList.title')} columns={columns} rows={rows} />
      <p>{t('checkList.openings')} {openings.map(({ at, by }) => `${d(at, 'moment')} (${by})`).join(', ')}</p>
    </>
  );
}
