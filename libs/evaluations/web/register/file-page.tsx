import { decisionColumns, type DecisionsFileAnswer, decisionsFileLimits } from '@isegoria/evaluations/contracts';
import { RequireRole } from '@isegoria/identity/web';
import { announce, Button, Card, Disclosure, FileField, Form, FormActs, LinkButton, Notice, Page, Table, TextArea, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { type FileRefusal, useDecisionsFile } from './use-decisions-file';
import { FileSeen } from './file-seen';

/** Where an official brings many decisions in from one file. */
export function Component() {
  return (
    <RequireRole roles={['official', 'administrator']}>
      <FilePage />
    </RequireRole>
  );
}

function FilePage() {
  const { t } = useWords('evaluations');
  const { name, said, pending, left, look, take, leave } = useDecisionsFile();
  const answer = said && 'answer' in said ? said.answer : null;
  const check = async (called: string, file: Blob) => {
    const found = await look(called, file);
    if (found && 'answer' in found) announce(t('register.file.found', { count: found.answer.lines }));
  };
  const publish = async () => {
    const found = await take();
    if (found && 'answer' in found && found.answer.isTaken) announce(t('register.file.done', { count: found.answer.lines }));
  };
  if (answer?.isTaken) return <Taken answer={answer} onAnother={leave} />;
  return (
    <Page title={t('register.file.title')} lead={t('register.file.lead')} back={{ to: '/decisions/enter', label: t('register.enter.title') }}>
      <Choose name={name} pending={pending} onFile={(called, file) => void check(called, file)} />
      {said && 'refusal' in said && <Refused refusal={said.refusal} />}
      {answer && <FileSeen answer={answer} left={left} pending={pending} onTake={() => void publish()} />}
    </Page>
  );
}

/** The file, or its lines pasted; what it must look like stands beside it. */
function Choose({ name, pending, onFile }: { name: string | null; pending: boolean; onFile(name: string, file: Blob): void }) {
  const { t, n, locale } = useWords('evaluations');
  const [text, setText] = useState('');
  const limits = { size: n(decisionsFileLimits.bytes / 1_000_000), lines: n(decisionsFileLimits.lines) };
  const paste = () => {
    if (text.trim() !== '') onFile(t('register.file.pasted'), new Blob([text]));
  };
  return (
    <Card>
      <Form words="evaluations" label={t('register.file.title')} onSubmit={paste}>
        <FileField name="file" label={t('register.file.file')} hint={t('register.file.fileHint', limits)} accept=".csv,.txt,.tsv,text/csv,text/plain" chosen={name} pending={pending} onFile={(file) => onFile(file.name, file)} />
        <p>
          <a href={`/evaluations/decisions-file/template.csv?in=${locale}`} download>
            {t('register.file.template')}
          </a>
        </p>
        <Disclosure label={t('register.file.columns')}>
          <Columns />
        </Disclosure>
        <Disclosure label={t('register.file.paste')}>
          <TextArea name="text" label={t('register.file.lines')} hint={t('register.file.linesHint')} rows={6} value={text} onChange={setText} />
          <FormActs>
            <Button type="submit" variant="secondary" pending={pending} disabled={text.trim() === ''}>
              {t('register.file.check')}
            </Button>
          </FormActs>
        </Disclosure>
      </Form>
    </Card>
  );
}

function Columns() {
  const { t, lt } = useWords('evaluations');
  const columns = ['name', 'what', 'needed'].map((key) => ({ key, label: t(`register.file.column.${key}`), type: 'text' as const }));
  const rows = decisionColumns.map(({ field, name, isNeeded }) => ({ name: lt(name), what: t(`register.file.what.${field}`), needed: t(isNeeded ? 'register.file.yes' : 'register.file.no') }));
  return (
    <>
      <p>{t('register.file.columnsNote')}</p>
      <Table caption={t('register.file.columns')} columns={columns} rows={rows} />
    </>
  );
}

function Refused({ refusal: { code, limit, names, taken } }: { refusal: FileRefusal }) {
  const { t, lt, n } = useWords('evaluations');
  const nameOf = (name: string) => lt(decisionColumns.find(({ field }) => field === name)?.name ?? { el: name, en: name });
  const size = code === 'too_big' && limit !== null ? n(limit / 1_000_000) : n(limit ?? 0);
  return (
    <Notice tone="problem" live title={taken > 0 ? t('register.file.cutShort', { count: taken }) : t('register.file.notRead')}>
      {t(`register.file.refused.${code}`, { limit: size, names: names.map((name) => t('register.file.named', { name: code === 'columns_missing' ? nameOf(name) : name })).join(', ') })}
    </Notice>
  );
}

/** They stand for everyone: what came of the file, and where to go on. */
function Taken({ answer: { lines, counts }, onAnother }: { answer: DecisionsFileAnswer; onAnother(): void }) {
  const { t } = useWords('evaluations');
  return (
    <Page title={t('register.file.done', { count: lines })} back={{ to: '/decisions', label: t('back') }}>
      <Notice tone="done">{t('register.file.counts', counts)}</Notice>
      <FormActs>
        <LinkButton to="/decisions">{t('register.file.see')}</LinkButton>
        <Button variant="secondary" onClick={onAnother}>
          {t('register.file.another')}
        </Button>
      </FormActs>
    </Page>
  );
}
