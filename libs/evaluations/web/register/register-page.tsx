import { RequireRole } from '@isegoria/identity/web';
import { announce, Button, Card, DateText, type Fact, Facts, Loaded, Notice, Page, Tag, useAct, useFocusBack, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { ConfigureForm } from './configure-form';
import { type Import, RegisterImportDocument, StartDocument } from './documents';
import { Refusals } from './refusals';

/** Where an administrator sees how acts come in from the register, asks for them now, and chooses whose. */
export function Component() {
  return (
    <RequireRole roles={['administrator']}>
      <RegisterPage />
    </RequireRole>
  );
}

const lookMs = 4_000;

function RegisterPage() {
  const { t } = useWords('evaluations');
  const answer = useGraph(RegisterImportDocument, {}, { everyMs: lookMs });
  return (
    <Page title={t('register.title')} lead={t('register.lead')}>
      <Loaded answer={answer}>
        {({ registerImport }) => (
          <>
            <State register={registerImport} />
            <Choice register={registerImport} />
            <Refusals />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** How it stands now, what the last reading brought, and why it failed where it did. */
function State({ register }: { register: Import }) {
  const { t } = useWords('evaluations');
  const { state, organisation, failure, acts, progress } = register;
  const facts = useReadings(register);
  const [start, { pending }] = useAct(StartDocument, { refresh: [RegisterImportDocument] });
  const startNow = async () => {
    if (await start({})) announce(t('register.started'));
  };
  return (
    <Card title={t(`register.state.${state}`)} note={organisation ? t('register.acts', { count: acts }) : t('register.offText')}>
      {progress && (
        <p>
          <Tag tone="aegean">{t('register.progress', progress)}</Tag>
        </p>
      )}
      {failure && (
        <Notice tone="problem" title={t('register.failed')}>
          <p>
            <DateText at={failure.at} style="moment" />: {t(`register.failure.${failure.code}`)} {t('register.failedText')}
          </p>
        </Notice>
      )}
      {organisation && (
        <>
          <Facts columns={2} facts={facts} />
          <Button onClick={() => void startNow()} pending={pending} disabled={state === 'RUNNING'}>
            {t('register.start')}
          </Button>
        </>
      )}
    </Card>
  );
}

function useReadings({ readTo, startedAt, endedAt, nextAt, lastRun }: Import): Fact[] {
  const { t, n } = useWords('evaluations');
  const moment = (at: string | null) => (at ? <DateText at={at} style="moment" /> : t('register.fact.never'));
  const { added, changed, unchanged, refused } = lastRun;
  const brought = `${n(added)} ${t('register.added')}, ${n(changed)} ${t('register.changed')}, ${n(unchanged)} ${t('register.unchanged')}, ${n(refused)} ${t('register.refusedCount')}`;
  return [
    { label: t('register.fact.readTo'), value: moment(readTo) },
    { label: t('register.nextAt'), value: nextAt ? moment(nextAt) : t('register.state.OFF') },
    { label: t('register.fact.startedAt'), value: moment(startedAt) },
    { label: t('register.fact.endedAt'), value: moment(endedAt) },
    { label: t('register.lastRun'), value: brought },
  ];
}

/** Whose acts come in, and the way to change it. */
function Choice({ register }: { register: Import }) {
  const [isOpen, setOpen] = useState(false);
  const box = useFocusBack();
  return (
    <div ref={box}>
      {isOpen || !register.organisation ? <ConfigureForm register={register} onClose={() => setOpen(false)} /> : <Chosen register={register} organisation={register.organisation} onChange={() => setOpen(true)} />}
    </div>
  );
}

function Chosen({ register: { units, since, everyMinutes, address }, organisation, onChange }: { register: Import; organisation: NonNullable<Import['organisation']>; onChange(): void }) {
  const { t, lt, d } = useWords('evaluations');
  return (
    <Card title={t('register.configure.title')}>
      <Facts
        facts={[
          { label: t('register.fact.organisation'), value: `${lt(organisation.name ?? { el: '', en: '' })} (${organisation.id})` },
          { label: t('register.fact.units'), value: units.length > 0 ? units.map(({ id, name }) => (name ? lt(name) : id)).join(', ') : t('register.fact.allUnits') },
          { label: t('register.fact.since'), value: d(since) },
          { label: t('register.fact.every'), value: t('register.minutes', { count: everyMinutes }) },
          { label: t('register.fact.address'), value: address },
        ]}
      />
      <Button variant="secondary" onClick={onChange}>
        {t('register.configure.edit')}
      </Button>
    </Card>
  );
}
