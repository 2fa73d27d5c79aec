import { useState } from 'react';
import { passkeyForm } from '@isegoria/identity/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { announce, Button, Card, DateText, Dialog, Disclosure, Form, Notice, type Problem, Row, Rows, TextField, useAct, useWords } from '@isegoria/ui/web';
import { MeQuery } from '../use-me';
import { askNew, knowsPasskeys } from './device';
import { AddPasskey, AskPasskey, OwnKeys, RemovePasskey, RenamePasskey } from './documents';
import type { Keys } from './keys-parts';
import { type Proof, ProofForm, type Refusal } from './proof-form';

type Passkey = Keys['passkeys'][number];
interface PartProps {
  keys: Keys;
  hasPassword: boolean;
}

const refresh = [OwnKeys, MeQuery];
const nameProblems = (name: string): Problem[] => problemsOf(passkeyForm, { name }).map((problem) => ({ ...problem, field: 'passkeyName' }));

/** The passkeys of an account: by what, since when, and when it was used last. */
export function PasskeysPart({ keys, hasPassword }: PartProps) {
  const { t } = useWords('identity');
  const [chosen, setChosen] = useState<{ passkey: Passkey; act: 'rename' | 'remove' } | null>(null);
  const [added, setAdded] = useState(0);
  const close = () => setChosen(null);
  return (
    <Card title={t('passkeys.title')} note={t('passkeys.note')}>
      {added > 0 && <Notice tone="done" live>{t('passkeys.added')}</Notice>}
      {keys.passkeys.length === 0 && <p>{t('passkeys.none')}</p>}
      <Rows>
        {keys.passkeys.map((passkey) => (
          <Row key={passkey.id} title={passkey.name} note={<Used passkey={passkey} />}>
            <Button variant="quiet" label={t('passkeys.renameOf', { name: passkey.name })} onClick={() => setChosen({ passkey, act: 'rename' })}>
              {t('passkeys.rename')}
            </Button>
            <Button variant="quiet" label={t('passkeys.removeOf', { name: passkey.name })} onClick={() => setChosen({ passkey, act: 'remove' })}>
              {t('passkeys.remove')}
            </Button>
          </Row>
        ))}
      </Rows>
      {knowsPasskeys() ? (
        <Disclosure key={added} label={t('passkeys.add')}>
          <Add keys={keys} hasPassword={hasPassword} onAdded={() => setAdded(added + 1)} />
        </Disclosure>
      ) : (
        <p>{t('passkeys.noSupport')}</p>
      )}
      {chosen?.act === 'rename' && <RenameDialog passkey={chosen.passkey} onClose={close} />}
      {chosen?.act === 'remove' && <RemoveDialog passkey={chosen.passkey} hasPassword={hasPassword} onClose={close} />}
    </Card>
  );
}

function Used({ passkey: { since, usedAt } }: { passkey: Passkey }) {
  const { t } = useWords('identity');
  return (
    <>
      {t('passkeys.since')} <DateText at={since} /> · {usedAt ? <>{t('passkeys.used')} <DateText at={usedAt} /></> : t('passkeys.neverUsed')}
    </>
  );
}

function Add({ keys, hasPassword, onAdded }: PartProps & { onAdded(): void }) {
  const { t } = useWords('identity');
  const [name, setName] = useState('');
  const [ask, asking] = useAct(AskPasskey);
  const [add, adding] = useAct(AddPasskey, { refresh });
  const run = async (proof: Proof): Promise<Refusal> => {
    const asked = (await ask({ proof }))?.askPasskey;
    if (asked?.__typename !== 'PasskeyAsked') return asked ?? null;
    const answered = await askNew(asked.options);
    if (!('said' in answered)) return { reason: 'no' in answered ? answered.no : 'no' };
    const outcome = (await add({ name, response: JSON.stringify(answered.said) }))?.addPasskey;
    if (outcome?.__typename === 'NotAllowed') return outcome;
    if (outcome?.__typename === 'PasskeyAdded') onAdded();
    return null;
  };
  return (
    <>
      <p>{t('passkeys.addText')}</p>
      <ProofForm act={t('passkeys.add')} hasPassword={hasPassword} hasPasskey={keys.passkeys.length > 0} pending={asking.pending || adding.pending} check={() => nameProblems(name)} run={run} why={(reason) => refusedBy(reason, t)}>
        <TextField name="passkeyName" label={t('field.passkeyName')} hint={t('hint.passkeyName')} value={name} onChange={setName} />
      </ProofForm>
    </>
  );
}

function RemoveDialog({ passkey: { id, name }, hasPassword, onClose }: { passkey: Passkey; hasPassword: boolean; onClose(): void }) {
  const { t } = useWords('identity');
  const [remove, { pending }] = useAct(RemovePasskey, { refresh });
  const run = async (proof: Proof): Promise<Refusal> => {
    const outcome = (await remove({ id, proof }))?.removePasskey;
    if (outcome?.__typename !== 'PasskeyRemoved') return outcome ?? null;
    announce(t('passkeys.removed'));
    onClose();
    return null;
  };
  return (
    <Dialog open title={t('passkeys.removeOf', { name })} onClose={onClose}>
      <p>{t('passkeys.removeText')}</p>
      <ProofForm act={t('passkeys.remove')} hasPassword={hasPassword} hasPasskey pending={pending} run={run} why={(reason) => refusedBy(reason, t)} />
    </Dialog>
  );
}

function RenameDialog({ passkey, onClose }: { passkey: Passkey; onClose(): void }) {
  const { t } = useWords('identity');
  const [name, setName] = useState(passkey.name);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [rename, { pending }] = useAct(RenamePasskey, { refresh: [OwnKeys] });
  const save = async () => {
    const wrong = nameProblems(name);
    setProblems(wrong);
    if (wrong.length > 0 || !(await rename({ id: passkey.id, name }))) return;
    announce(t('passkeys.renamed', { name }));
    onClose();
  };
  return (
    <Dialog open title={t('passkeys.renameOf', { name: passkey.name })} onClose={onClose} actions={<Button pending={pending} onClick={() => void save()}>{t('passkeys.save')}</Button>}>
      <Form words="identity" summary="here" problems={problems} onSubmit={() => void save()}>
        <TextField name="passkeyName" label={t('field.passkeyName')} value={name} onChange={setName} />
      </Form>
    </Dialog>
  );
}

const reasons = ['many', 'late', 'wrong', 'taken', 'known', 'no'] as const;

function refusedBy(reason: string, t: (key: string) => string): string {
  return t(`passkeys.refused.${reasons.find((known) => known === reason) ?? 'wrong'}`);
}
