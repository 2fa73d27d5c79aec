import { useState } from 'react';
import { apiKeyForm } from '@isegoria/developers/contracts';
import { RefusalNotice } from '@isegoria/identity/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { announce, AskedButton, Button, DateText, Empty, Form, FormActs, Loaded, Notice, type Problem, Row, Rows, TextField, useAct, useFocusBack, useGraph, useWords } from '@isegoria/ui/web';
import styles from './developers.module.css';
import { CreateKey, MyKeys, RevokeKey } from './documents';

/** One's own keys: made, seen once, revoked. */
export function Keys() {
  const { t, rich } = useWords('developers');
  const answer = useGraph(MyKeys, {});
  const [name, setName] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [made, setMade] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [create, { pending }] = useAct(CreateKey, { refresh: [MyKeys] });
  const [revoke, revoking] = useAct(RevokeKey, { refresh: [MyKeys] });
  const box = useFocusBack();
  const end = async (id: string, close: () => void) => {
    if ((await revoke({ id })) === null) return;
    // The secret that is still on the page may be the one that opens nothing any more.
    setMade(null);
    close();
    announce(t('keys.revoked'));
  };
  const submit = async () => {
    const wrong = problemsOf(apiKeyForm, { name });
    setProblems(wrong);
    setMade(null);
    setRefused(null);
    const given = wrong.length === 0 ? (await create({ name }))?.createApiKey : null;
    if (given?.__typename === 'Invalid') setProblems(given.problems);
    if (given?.__typename === 'NotAllowed') setRefused(given.reason);
    if (given?.__typename !== 'ApiKeyMade') return;
    setMade(given.secret);
    setName('');
    announce(t('keys.made'));
  };
  return (
    <div ref={box} className={styles.stack}>
      <p>{rich('keys.text', { code: (text) => <code className={styles.code}>{text}</code> })}</p>
      <Loaded answer={answer}>
        {({ myApiKeys }) => (
          <>
            {myApiKeys.length === 0 && <Empty title={t('keys.none')} />}
            <Rows label={t('keys.title')}>
              {myApiKeys.map((key) => (
                <Row key={key.id} title={key.name} note={<><code className={styles.code}>{key.start}…</code> · {key.lastUsedOn ? <>{t('keys.lastUsed')} <DateText at={key.lastUsedOn} /></> : t('keys.neverUsed')}</>}>
                  <AskedButton
                    act={t('keys.revoke')} label={t('keys.revokeOf', { name: key.name })} question={t('keys.revokeAsk', { name: key.name })} yes={t('keys.revokeYes')} no={t('keys.revokeNo')}
                    pending={revoking.pending} onYes={(close) => end(key.id, close)}
                  >
                    <p>{t('keys.revokeLoses')}</p>
                  </AskedButton>
                </Row>
              ))}
            </Rows>
          </>
        )}
      </Loaded>
      {made && (
        <Notice tone="done" live title={t('keys.made')}>
          <p>{t('keys.once')}</p>
          <code className={styles.code}>{made}</code>
        </Notice>
      )}
      {refused && <RefusalNotice>{t(`refused.${refused}`)}</RefusalNotice>}
      <Form words="developers" label={t('keys.new')} problems={problems} onSubmit={() => void submit()}>
        <TextField name="name" label={t('field.name')} hint={t('keys.nameHint')} value={name} onChange={setName} />
        <FormActs>
          <Button type="submit" pending={pending}>
            {t('keys.create')}
          </Button>
        </FormActs>
      </Form>
    </div>
  );
}
