import { useState } from 'react';
import { announce, Button, DateText, Disclosure, Empty, Loaded, Notice, type ResultOf, Row, Rows, Tag, useAct, useGraph, useWords } from '@isegoria/ui/web';
import styles from './developers.module.css';
import { MyHooks, Replay, Sent } from './documents';

type Delivery = ResultOf<typeof Sent>['webhookDeliveries']['items'][number];

const tones = { WAITING: 'sun', DELIVERED: 'olive', FAILED: 'terracotta' } as const;

/** The last messages of a webhook: what was sent, what came of it, once more if wanted. */
export function Deliveries({ webhookId }: { webhookId: string }) {
  const { t } = useWords('developers');
  const answer = useGraph(Sent, { webhookId }, { everyMs: 3000 });
  return (
    <Loaded answer={answer}>
      {({ webhookDeliveries: { items } }) => (
        <>
          {items.length === 0 && <Empty title={t('sent.none')} />}
          <Rows label={t('sent.title')}>
            {items.map((delivery) => (
              <DeliveryRow key={delivery.id} delivery={delivery} />
            ))}
          </Rows>
        </>
      )}
    </Loaded>
  );
}

function DeliveryRow({ delivery: { id, type, state, tries, status, problem, at, nextAt, body } }: { delivery: Delivery }) {
  const { t } = useWords('developers');
  const [replay, { pending }] = useAct(Replay, { refresh: [MyHooks, Sent] });
  const [refused, setRefused] = useState<string | null>(null);
  const why = problem && t(`problem_of.${problem}`, { status: status ?? 0 });
  const again = async () => {
    const given = (await replay({ id }))?.replayDelivery;
    setRefused(given?.__typename === 'NotAllowed' ? given.reason : null);
    if (given?.__typename === 'DeveloperDone') announce(t('sent.replayed'));
  };
  return (
    <Row title={t(`event.${type.replace('.', '_')}`)} note={<><DateText at={at} style="moment" /> · {t('sent.tries', { count: tries })}{why && ` · ${why}`}{state === 'WAITING' && nextAt && tries > 0 && <> · {t('sent.next')} <DateText at={nextAt} style="moment" /></>}</>} tag={<Tag tone={tones[state]}>{t(`sent.${state.toLowerCase()}`)}</Tag>}>
      <Disclosure label={t('sent.body')}>
        <pre className={styles.answer} tabIndex={0} aria-label={t('sent.body')}>{JSON.stringify(JSON.parse(body), null, 2)}</pre>
      </Disclosure>
      <Button variant="quiet" pending={pending} label={t('sent.replayOf', { id })} onClick={() => void again()}>
        {t('sent.replay')}
      </Button>
      {refused && <Notice tone="problem" live>{t(`refused.${refused}`)}</Notice>}
    </Row>
  );
}
