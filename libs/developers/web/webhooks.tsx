import { useState } from 'react';
import { webhookForm, webhookGroups } from '@isegoria/developers/contracts';
import { RefusalNotice } from '@isegoria/identity/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { announce, AskedButton, Button, Checkbox, Disclosure, Empty, Form, FormActs, Loaded, Notice, type Problem, type ResultOf, Row, Rows, Tag, TextField, useAct, useFocusBack, useGraph, useWords } from '@isegoria/ui/web';
import { Deliveries } from './deliveries';
import styles from './developers.module.css';
import { CreateHook, MyHooks, PingHook, RemoveHook, ResumeHook, Sent } from './documents';

type Hook = ResultOf<typeof MyHooks>['myWebhooks'][number];

/** What the city tells of, by what it is about. */
function groupsOf(events: readonly string[]): [group: string, events: readonly string[]][] {
  return Object.entries(webhookGroups).map(([group, those]): [string, readonly string[]] => [group, those.filter((one) => events.includes(one))]).filter(([, those]) => those.length > 0);
}

/** One's own webhooks: where to, what of, how it went. */
export function Webhooks({ events }: { events: readonly string[] }) {
  const { t } = useWords('developers');
  const answer = useGraph(MyHooks, {});
  const box = useFocusBack();
  return (
    <div ref={box} className={styles.stack}>
      <Loaded answer={answer}>
        {({ myWebhooks }) => (
          <>
            {myWebhooks.length === 0 && <Empty title={t('hooks.none')} />}
            <Rows label={t('hooks.title')}>
              {myWebhooks.map((hook) => (
                <HookRow key={hook.id} hook={hook} />
              ))}
            </Rows>
          </>
        )}
      </Loaded>
      <NewHook events={events} />
    </div>
  );
}

function HookRow({ hook: { id, url, events, pausedAt } }: { hook: Hook }) {
  const { t } = useWords('developers');
  const [ping, { pending }] = useAct(PingHook, { refresh: [MyHooks, Sent] });
  const [refused, setRefused] = useState<string | null>(null);
  const [resume] = useAct(ResumeHook, { refresh: [MyHooks, Sent] });
  const [remove, removing] = useAct(RemoveHook, { refresh: [MyHooks] });
  const send = async () => {
    const given = (await ping({ id }))?.pingWebhook;
    setRefused(given?.__typename === 'NotAllowed' ? given.reason : null);
    if (given?.__typename === 'DeveloperDone') announce(t('hooks.pinged'));
  };
  const end = async (close: () => void) => {
    if ((await remove({ id })) === null) return;
    close();
    announce(t('hooks.removed'));
  };
  return (
    <Row title={<span className={styles.code}>{url}</span>} note={events.map((event) => t(`event.${event.replace('.', '_')}`)).join(' · ')} tag={pausedAt && <Tag tone="terracotta">{t('hooks.paused')}</Tag>}>
      <div className={styles.stack}>
        <div className={styles.acts}>
          <Button variant="quiet" pending={pending} label={t('hooks.pingOf', { url })} onClick={() => void send()}>
            {t('hooks.ping')}
          </Button>
          {pausedAt && (
            <Button variant="quiet" label={t('hooks.resumeOf', { url })} onClick={() => void resume({ id })}>
              {t('hooks.resume')}
            </Button>
          )}
          <AskedButton
            act={t('hooks.remove')} label={t('hooks.removeOf', { url })} question={t('hooks.removeAsk', { url })} yes={t('hooks.removeYes')} no={t('hooks.removeNo')}
            pending={removing.pending} onYes={end}
          >
            <p>{t('hooks.removeLoses')}</p>
          </AskedButton>
        </div>
        {refused && <RefusalNotice>{t(`refused.${refused}`)}</RefusalNotice>}
        <Disclosure label={t('sent.title')}>
          <Deliveries webhookId={id} />
        </Disclosure>
      </div>
    </Row>
  );
}

function NewHook({ events }: { events: readonly string[] }) {
  const { t } = useWords('developers');
  const [url, setUrl] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(events);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const [create, { pending }] = useAct(CreateHook, { refresh: [MyHooks] });
  const submit = async () => {
    const input = { url: url.trim(), events: [...chosen] };
    const wrong = problemsOf(webhookForm, input);
    setProblems(wrong);
    setRefused(null);
    setMade(null);
    const given = wrong.length === 0 ? (await create({ input }))?.createWebhook : null;
    if (given?.__typename === 'Invalid') setProblems(given.problems);
    if (given?.__typename === 'NotAllowed') setRefused(given.reason);
    if (given?.__typename !== 'WebhookMade') return;
    setMade(given.secret);
    setUrl('');
    announce(t('hooks.made'));
  };
  const choose = (those: readonly string[], isOn: boolean) => setChosen(events.filter((one) => (those.includes(one) ? isOn : chosen.includes(one))));
  return (
    <>
      {made && (
        <Notice tone="done" live title={t('hooks.made')}>
          <p>{t('hooks.once')}</p>
          <code className={styles.code}>{made}</code>
        </Notice>
      )}
      {refused && <RefusalNotice>{t(`refused.${refused}`)}</RefusalNotice>}
      <Form words="developers" label={t('hooks.new')} problems={problems} onSubmit={() => void submit()}>
        <TextField name="url" label={t('field.url')} hint={t('hooks.urlHint')} value={url} onChange={setUrl} />
        <fieldset className={styles.group}>
          <legend>{t('field.events')}</legend>
          {groupsOf(events).map(([group, those], at) => (
            // The first holds what is wrong with all of them.
            <EventGroup key={group} name={at === 0 ? 'events' : `events.${group}`} {...{ group, those, chosen, choose }} />
          ))}
        </fieldset>
        <FormActs>
          <Button type="submit" pending={pending}>
            {t('hooks.create')}
          </Button>
        </FormActs>
      </Form>
    </>
  );
}

/** What it is told about one sort of thing: all of that, or some. */
function EventGroup({ name, group, those, chosen, choose }: { name: string; group: string; those: readonly string[]; chosen: readonly string[]; choose(those: readonly string[], isOn: boolean): void }) {
  const { t } = useWords('developers');
  const count = those.filter((one) => chosen.includes(one)).length;
  return (
    <div>
      <Checkbox name={name} label={t(`group.${group}`)} checked={count === those.length} mixed={count > 0 && count < those.length} onChange={(isOn) => choose(those, isOn)} />
      {those.length > 1 && (
        <div className={styles.within}>
          <Disclosure label={t('hooks.which', { count, all: those.length })}>
            {those.map((event) => (
              <Checkbox key={event} name={`events.${event}`} label={t(`event.${event.replace('.', '_')}`)} checked={chosen.includes(event)} onChange={(isOn) => choose([event], isOn)} />
            ))}
          </Disclosure>
        </div>
      )}
    </div>
  );
}
