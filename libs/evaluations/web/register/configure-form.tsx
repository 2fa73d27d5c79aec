import { registerImportInput } from '@isegoria/evaluations/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { announce, Button, Card, Checkbox, FieldGroup, Form, FormActs, Notice, type Problem, TextField, useAct, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { type Body, BodyDocument, ConfigureDocument, type Import, RegisterImportDocument } from './documents';

/** Chooses the body by its number, its offices by their names, and how often the register is read. */
export function ConfigureForm({ register, onClose }: { register: Import; onClose(): void }) {
  const { t } = useWords('evaluations');
  const [organisationId, setOrganisationId] = useState(register.organisation?.id ?? '');
  const [unitIds, setUnitIds] = useState(register.units.map(({ id }) => id));
  const [since, setSince] = useState(register.since);
  const [minutes, setMinutes] = useState(String(register.everyMinutes));
  const [isOn, setOn] = useState(register.isOn || !register.organisation);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [configure, { pending }] = useAct(ConfigureDocument, { refresh: [RegisterImportDocument] });
  const chooseBody = (id: string) => {
    setOrganisationId(id);
    setUnitIds([]);
  };
  const save = async () => {
    const input = { organisationId: organisationId.trim(), unitIds, since, everyMinutes: Number(minutes), isOn };
    const wrong = problemsOf(registerImportInput, input);
    setProblems(wrong);
    setFailure(null);
    const result = wrong.length === 0 ? (await configure({ input }))?.configureRegister : null;
    if (result?.__typename === 'Invalid') setProblems(result.problems);
    if (result?.__typename === 'RegisterUnavailable') setFailure(result.code);
    if (result?.__typename !== 'RegisterImport') return;
    announce(t('register.configure.saved'));
    onClose();
  };
  return (
    <Card title={t('register.configure.title')}>
      <Form words="evaluations" label={t('register.configure.title')} summary="here" problems={problems} onSubmit={() => void save()}>
        {failure && <Unavailable code={failure} />}
        <TextField name="organisationId" label={t('register.configure.organisationId')} hint={t('register.configure.organisationHint')} inputMode="numeric" width="short" value={organisationId} onChange={chooseBody} />
        <Offices organisationId={organisationId.trim()} chosen={unitIds} onChange={setUnitIds} />
        <TextField name="since" label={t('register.configure.since')} hint={t('register.configure.sinceHint')} type="date" width="medium" value={since} onChange={setSince} />
        <TextField name="everyMinutes" label={t('register.configure.everyMinutes')} inputMode="numeric" width="short" value={minutes} onChange={setMinutes} />
        <Checkbox name="isOn" label={t('register.configure.isOn')} checked={isOn} onChange={setOn} />
        <FormActs>
          <Button type="submit" pending={pending}>
            {t('register.configure.save')}
          </Button>
          {register.organisation && (
            <Button variant="quiet" onClick={onClose}>
              {t('register.configure.cancel')}
            </Button>
          )}
        </FormActs>
      </Form>
    </Card>
  );
}

function Unavailable({ code }: { code: string }) {
  const { t } = useWords('evaluations');
  return (
    <Notice tone="problem" live>
      {t(`register.failure.${code}`)}
    </Notice>
  );
}

interface OfficesProps {
  organisationId: string;
  chosen: string[];
  onChange(unitIds: string[]): void;
}

/** Asks the register for the body of this number when the administrator presses, and offers its offices. */
function Offices({ organisationId, chosen, onChange }: OfficesProps) {
  const { t } = useWords('evaluations');
  const [asked, setAsked] = useState(chosen.length > 0 ? organisationId : '');
  const isAsked = asked !== '' && asked === organisationId;
  const { data, pending } = useGraph(BodyDocument, { id: asked }, { enabled: isAsked });
  const body = isAsked ? data?.registerBody : null;
  return (
    <>
      {body?.__typename !== 'RegisterBody' && (
        <div>
          <Button variant="secondary" pending={isAsked && pending} disabled={organisationId === ''} onClick={() => setAsked(organisationId)}>
            {t('register.configure.find')}
          </Button>
        </div>
      )}
      {body?.__typename === 'NotFound' && (
        <Notice tone="warning" live>
          {t('register.configure.unknown')}
        </Notice>
      )}
      {body?.__typename === 'RegisterUnavailable' && <Unavailable code={body.code} />}
      {body?.__typename === 'RegisterBody' && <Units body={body} chosen={chosen} onChange={onChange} />}
    </>
  );
}

function Units({ body, chosen, onChange }: { body: Body; chosen: string[]; onChange(unitIds: string[]): void }) {
  const { t } = useWords('evaluations');
  const toggle = (id: string, isOn: boolean) => onChange(isOn ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <>
      <Notice tone="done" live title={<span lang="el">{body.name}</span>} />
      {body.units.length > 0 && (
        <FieldGroup id="unitIds" label={t('register.configure.unitIds')} hint={t('register.configure.unitsHint')} optional problem={null}>
          {body.units.map(({ id, name, isActive }) => (
            <Checkbox key={id} name={`unit-${id}`} label={isActive ? name : t('register.configure.inactive', { name })} checked={chosen.includes(id)} onChange={(isOn) => toggle(id, isOn)} />
          ))}
        </FieldGroup>
      )}
    </>
  );
}
