import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { connectOutcomes, refusedReasons } from '@isegoria/identity/contracts';
import { announce, Button, Card, DateText, Dialog, Form, Notice, type ResultOf, Row, Rows, useAct, useGraph, useWords } from '@isegoria/ui/web';
import { ConnectWay, DisconnectWay, OwnWays } from '../documents';
import { PasswordField } from '../password-field';

type Way = ResultOf<typeof OwnWays>['ownWays'][number];

/** What the address says of a way that they have just come back by. */
const outcomes = [...connectOutcomes, ...refusedReasons];

/** The other sites that lead into this account, in a city that has some. */
export function WaysPart({ asksPassword }: { asksPassword: boolean }) {
  const { t, lt } = useWords('identity');
  const [search] = useSearchParams();
  const [chosen, setChosen] = useState<Way | null>(null);
  const ways = useGraph(OwnWays, {}).data?.ownWays ?? [];
  const outcome = outcomes.find((one) => one === search.get('way')) ?? (search.has('way') ? 'failed' : null);
  if (ways.length === 0 && !outcome) return null;
  return (
    <Card title={t('ways.title')} note={t('ways.note')}>
      {outcome && <Notice tone={outcome === 'connected' ? 'done' : 'problem'} live>{t(`ways.outcome.${outcome}`)}</Notice>}
      <Rows>
        {ways.map((way) => (
          <Row
            key={way.name}
            title={t('signIn.with', { way: lt(way.label) })}
            note={way.since ? <>{t('ways.since')} <DateText at={way.since} /></> : t(way.forStaff ? 'signIn.staffNote' : 'ways.not')}
            tag={
              <Button variant="secondary" label={t(way.since ? 'ways.disconnectOf' : 'ways.connectOf', { way: lt(way.label) })} onClick={() => setChosen(way)}>
                {t(way.since ? 'ways.disconnect' : 'ways.connect')}
              </Button>
            }
          />
        ))}
      </Rows>
      {chosen && <WayDialog way={chosen} asksPassword={asksPassword} onClose={() => setChosen(null)} />}
    </Card>
  );
}

/** Asks for the password, where there is one: it is the account's owner who decides by what one comes in. */
function WayDialog({ way, asksPassword, onClose }: { way: Way; asksPassword: boolean; onClose(): void }) {
  const { t, lt } = useWords('identity');
  const [password, setPassword] = useState('');
  const [problems, setProblems] = useState<{ field: string; code: string }[]>([]);
  const [said, setSaid] = useState('');
  const [connect, connecting] = useAct(ConnectWay);
  const [disconnect, disconnecting] = useAct(DisconnectWay, { refresh: [OwnWays] });
  const name = lt(way.label);
  const act = way.since ? t('ways.disconnect') : t('ways.connect');
  const confirm = async () => {
    setSaid('');
    setProblems(asksPassword && !password ? [{ field: 'password', code: 'required' }] : []);
    if (asksPassword && !password) return;
    const outcome = way.since ? (await disconnect({ name: way.name, password }))?.disconnectWay : (await connect({ name: way.name, password }))?.connectWay;
    if (!outcome) return;
    if (outcome.__typename === 'WayOpened') return location.assign(outcome.path);
    if (outcome.__typename === 'WayDisconnected') {
      announce(t('ways.disconnected', { way: name }));
      return onClose();
    }
    if (outcome.__typename === 'TooMany') return setSaid(t('signIn.tooMany', { count: Math.ceil(outcome.retryAfterSeconds / 60) }));
    if (outcome.__typename === 'NotFound') return setSaid(t('ways.outcome.gone'));
    if (outcome.reason === 'password') return setProblems([{ field: 'password', code: 'wrong' }]);
    setSaid(outcome.reason === 'last_administrator' ? t('account.lastAdministrator') : t(outcome.reason === 'last_way' ? 'ways.last' : 'ways.outcome.connected'));
  };
  return (
    <Dialog open title={t(way.since ? 'ways.disconnectOf' : 'ways.connectOf', { way: name })} onClose={onClose} actions={<Button pending={connecting.pending || disconnecting.pending} onClick={() => void confirm()}>{act}</Button>}>
      <p>{t(way.since ? 'ways.disconnectText' : 'ways.connectText')}</p>
      {said && <Notice tone="problem" live>{said}</Notice>}
      {asksPassword && (
        <Form words="identity" summary="here" problems={problems} onSubmit={() => void confirm()}>
          <PasswordField kind="known" label={t('field.current')} value={password} onChange={setPassword} />
        </Form>
      )}
    </Dialog>
  );
}
