import { useState } from 'react';
import { type Example, examples } from '@isegoria/developers/contracts';
import { announce, Button, Disclosure, Form, FormActs, Notice, type Problem, Select, TextArea, useWords } from '@isegoria/ui/web';
import styles from './developers.module.css';

interface Answer {
  status: number;
  text: string;
  cost: string | null;
}

/** Queries that can be run where they stand, and changed. */
export function Examples() {
  const { t, locale } = useWords('developers');
  const [chosen, setChosen] = useState<Example | undefined>(examples[0]);
  const [query, setQuery] = useState(chosen?.query ?? '');
  const [variables, setVariables] = useState(pretty(chosen?.variables));
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [pending, setPending] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isCutOff, setCutOff] = useState(false);
  const choose = (id: string) => {
    const next = examples.find((example) => example.id === id);
    setChosen(next);
    setQuery(next?.query ?? '');
    setVariables(pretty(next?.variables));
    setAnswer(null);
    setProblems([]);
  };
  const run = async () => {
    const values = valuesOf(variables);
    setProblems(values ? [] : [{ field: 'variables', code: 'invalid' }]);
    if (!values) return;
    setPending(true);
    const given = await ask(query, values);
    setPending(false);
    setAnswer(given);
    setCutOff(given === null);
    if (given) announce(t('run.done'));
  };
  return (
    <Form words="developers" label={t('run.title')} problems={problems} onSubmit={() => void run()}>
      <Select name="example" label={t('run.example')} choices={examples.map(({ id, title }) => ({ value: id, label: title[locale] }))} value={chosen?.id ?? ''} onChange={choose} />
      <TextArea code name="query" label={t('run.query')} rows={9} value={query} onChange={setQuery} />
      <TextArea code name="variables" label={t('run.variables')} rows={3} value={variables} onChange={setVariables} />
      <FormActs>
        <Button type="submit" pending={pending}>
          {t('run.act')}
        </Button>
      </FormActs>
      <Disclosure label={t('run.terminal')}>
        <pre className={styles.answer} tabIndex={0} aria-label={t('run.terminal')}>
          {command(query, variables)}
        </pre>
      </Disclosure>
      {isCutOff && <Notice tone="problem" live>{t('run.noAnswer')}</Notice>}
      {answer && (
        <div className={styles.stack}>
          <p>{answer.cost === null ? t('run.status', { status: answer.status }) : t('run.statusCost', { status: answer.status, cost: answer.cost })}</p>
          <pre className={styles.answer} tabIndex={0} aria-label={t('run.answer')}>
            {answer.text}
          </pre>
        </div>
      )}
    </Form>
  );
}

const pretty = (value: unknown): string => JSON.stringify(value ?? {}, null, 2);

/** Null for what is no JSON object. */
function valuesOf(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text.trim() || '{}');
    return typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** The same query for a terminal. */
function command(query: string, variables: string): string {
  const body = JSON.stringify({ query, variables: '…' }).replace('"…"', () => variables.trim().replace(/\s+/g, ' ') || '{}');
  return `curl -s ${location.origin}/graphql -H 'content-type: application/json' -d '${body.replaceAll("'", "'\\''")}'`;
}

/** As a visitor, so that the answer and its limits are those that a program will meet. Null where nothing answered. */
async function ask(query: string, variables: object): Promise<Answer | null> {
  try {
    const body = JSON.stringify({ query, variables });
    const reply = await fetch('/graphql', { method: 'POST', credentials: 'omit', headers: { 'content-type': 'application/json', 'x-fair-use': 'visitor' }, body });
    return { status: reply.status, text: pretty(await reply.json()), cost: reply.headers.get('x-query-cost') };
  } catch {
    return null;
  }
}
