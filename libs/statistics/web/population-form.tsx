import { ageBands } from '@isegoria/identity/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { censusGenders, populationForm } from '@isegoria/statistics/contracts';
import { Button, Card, FieldGroup, Form, FormActs, type Problem, TextField, useAct, useField, useWords } from '@isegoria/ui/web';
import { type ReactNode, useState } from 'react';
import { PopulationDocument, type Populations, SavePopulation } from './documents';
import styles from './population.module.css';

const keyOf = (ageBand: string, gender: string): string => `${ageBand} ${gender}`;
const numberOf = (text: string | undefined): number => (/^\d[\d.\s]*$/.test(text ?? '') ? Number((text ?? '').replace(/[.\s]/g, '')) : -1);

/** A new table, begun with the figures of the one that is shown. */
export function PopulationForm({ data: { population, city }, onSaved }: { data: Populations; onSaved(): void }) {
  const { t, lt } = useWords('statistics');
  const [source, setSource] = useState(population?.source ?? '');
  const [asOf, setAsOf] = useState(population?.asOf ?? '');
  const [ages, setAges] = useState<Record<string, string>>(Object.fromEntries((population?.ages ?? []).map(({ ageBand, gender, people }) => [keyOf(ageBand, gender), String(people)])));
  const [districts, setDistricts] = useState<Record<string, string>>(Object.fromEntries((population?.districts ?? []).map(({ districtId, people }) => [districtId, String(people)])));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [save, { pending }] = useAct(SavePopulation, { refresh: [PopulationDocument] });
  const submit = async () => {
    const input = {
      source, asOf,
      ages: ageBands.flatMap((ageBand) => censusGenders.map((gender) => ({ ageBand, gender, people: numberOf(ages[keyOf(ageBand, gender)]) }))),
      districts: city.districts.map(({ id }) => ({ districtId: id, people: numberOf(districts[id]) })),
    };
    const wrong = firstOf(problemsOf(populationForm, input));
    setProblems(wrong);
    const answer = wrong.length === 0 && (await save({ input }));
    if (!answer) return;
    if (answer.savePopulation.__typename === 'Invalid') return setProblems(firstOf(answer.savePopulation.problems));
    onSaved();
  };
  return (
    <Card title={t('population.change')} note={t('population.changeNote')}>
      <Form words="statistics" problems={problems} onSubmit={() => void submit()}>
        <TextField name="source" label={t('field.source')} hint={t('hint.source')} value={source} onChange={setSource} />
        <TextField name="asOf" type="date" width="short" label={t('field.asOf')} hint={t('hint.asOf')} value={asOf} onChange={setAsOf} />
        <People name="ages" label={t('population.ages')}>
          {ageBands.flatMap((band) =>
            censusGenders.map((gender) => (
              <TextField
                key={keyOf(band, gender)}
                name={`age.${band}.${gender}`}
                width="short"
                inputMode="numeric"
                label={t('population.ageOf', { band, gender: t(`gender.${gender}`) })}
                value={ages[keyOf(band, gender)] ?? ''}
                onChange={(people) => setAges({ ...ages, [keyOf(band, gender)]: people })}
              />
            )),
          )}
        </People>
        <People name="districts" label={t('population.districts')}>
          {city.districts.map(({ id, name }) => (
            <TextField key={id} name={`district.${id}`} width="short" inputMode="numeric" label={lt(name)} value={districts[id] ?? ''} onChange={(people) => setDistricts({ ...districts, [id]: people })} />
          ))}
        </People>
        <FormActs>
          <Button type="submit" pending={pending}>
            {t('population.save')}
          </Button>
        </FormActs>
      </Form>
    </Card>
  );
}

/** Many small numbers under one question. */
function People({ name, label, children }: { name: string; label: string; children: ReactNode }) {
  const { id, problem } = useField({ name, label });
  return (
    <FieldGroup id={id} label={label} problem={problem}>
      <div className={styles.pairs}>{children}</div>
    </FieldGroup>
  );
}

/** A wrong figure is told once for its group: «ages.3.people» of the ages. */
function firstOf(problems: readonly Problem[]): Problem[] {
  const groups = problems.map((problem) => (/^(ages|districts)\./.test(problem.field) ? { field: problem.field.split('.')[0] ?? '', code: 'invalid' } : problem));
  return groups.filter(({ field }, at) => groups.findIndex((other) => other.field === field) === at);
}
