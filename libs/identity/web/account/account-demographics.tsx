import { useState } from 'react';
import { demographicsForm, type Gender, genders } from '@isegoria/identity/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { announce, Button, Card, Facts, Form, FormActs, Loaded, Notice, type Problem, type ResultOf, Select, TextField, useAct, useGraph, useWords } from '@isegoria/ui/web';
import { Demographics, UpdateDemographics } from '../documents';

type Said = NonNullable<ResultOf<typeof Demographics>['me']>;

/** Year of birth and gender, for who wants to say them: they serve the city's figures, and draws by lot for which somebody offers themselves. */
export function DemographicsPart() {
  const { t } = useWords('identity');
  const answer = useGraph(Demographics, {});
  return (
    <Card title={t('account.demographics')} note={t('account.demographicsNote')}>
      <Loaded answer={answer}>{({ me }) => me && <DemographicsForm said={me} />}</Loaded>
    </Card>
  );
}

function DemographicsForm({ said }: { said: Said }) {
  const { t } = useWords('identity');
  const [typed, setTyped] = useState({ birthYear: String(said.birthYear ?? ''), gender: said.gender ?? '' });
  const [problems, setProblems] = useState<Problem[]>([]);
  const [saved, setSaved] = useState(false);
  const [update, { pending }] = useAct(UpdateDemographics, { refresh: [Demographics] });
  const submit = async () => {
    const input = { birthYear: typed.birthYear.trim() === '' ? null : Number(typed.birthYear), gender: genderOf(typed.gender) };
    const wrong = problemsOf(demographicsForm, input);
    setProblems(wrong);
    setSaved(false);
    const answer = wrong.length === 0 && (await update(input));
    if (!answer) return;
    if (answer.updateDemographics.__typename === 'Invalid') return setProblems(answer.updateDemographics.problems);
    setSaved(true);
    announce(t('account.saved'));
  };
  const known = [
    ...(said.birthYearBy === 'verified' ? [{ label: t('field.birthYear'), value: String(said.birthYear) }] : []),
    ...(said.genderBy === 'verified' && said.gender ? [{ label: t('field.gender'), value: t(`gender.${said.gender}`) }] : []),
  ];
  return (
    <>
      {known.length > 0 && (
        <>
          <Facts facts={known} />
          <p>{t('account.byRegister')}</p>
        </>
      )}
      {known.length < 2 && (
        <Form words="identity" problems={problems} onSubmit={() => void submit()}>
          {said.birthYearBy !== 'verified' && (
            <TextField name="birthYear" optional width="short" inputMode="numeric" autoComplete="bday-year" label={t('field.birthYear')} hint={t('hint.birthYear')} value={typed.birthYear} onChange={(birthYear) => setTyped({ ...typed, birthYear })} />
          )}
          {said.genderBy !== 'verified' && (
            <Select name="gender" optional label={t('field.gender')} placeholder={t('noDistrict')} choices={genders.map((value) => ({ value, label: t(`gender.${value}`) }))} value={typed.gender} onChange={(gender) => setTyped({ ...typed, gender })} />
          )}
          <FormActs>
            <Button type="submit" pending={pending}>
              {t('account.save')}
            </Button>
          </FormActs>
        </Form>
      )}
      {saved && <Notice tone="done">{t('account.saved')}</Notice>}
    </>
  );
}

const genderOf = (value: string): Gender | null => genders.find((gender) => gender === value) ?? null;
