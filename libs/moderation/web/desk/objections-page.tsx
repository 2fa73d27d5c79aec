import { useEffect, useRef, useState } from 'react';
import { RequireRole } from '@isegoria/identity/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { moderationLimits, objectionDecisionSchema } from '@isegoria/moderation/contracts';
import {
  announce, Button, Card, Empty, Form, FormActs, Loaded, Notice, Page, Pager, type Problem, Quote, type ResultOf, TextArea, TimeAgo, useAct, useGraph, usePaging, useWords,
} from '@isegoria/ui/web';
import { CaseName } from './case-name';
import { DecideObjection, ObjectionsOpen, QueueOf } from '../documents';
import styles from '../pages.module.css';
import { Tabs } from './tabs';

type Objection = ResultOf<typeof ObjectionsOpen>['moderationObjections']['items'][number];

const size = 10;

/** Objections against the decisions of other moderators. */
export function Component() {
  return (
    <RequireRole roles={['moderator', 'administrator']}>
      <ObjectionsPage />
    </RequireRole>
  );
}

export function ObjectionsPage() {
  const { t } = useWords('moderation');
  const { after } = usePaging();
  const answer = useGraph(ObjectionsOpen, { first: size, after }, { keepPrevious: true });
  return (
    <Page title={t('objections.title')} lead={t('objections.lead')} wide>
      <Tabs />
      <Loaded answer={answer}>
        {({ moderationObjections: { items, next, total } }) => (
          <>
            {items.length === 0 && (
              <Empty title={t('objections.empty')}>
                <p>{t('objections.emptyWhy')}</p>
              </Empty>
            )}
            <Objections items={items} onDone={() => void answer.refetch()} />
            <Pager next={next} total={total} size={size} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** When one is decided its card goes, and the reader goes on at the next, or at the top where it was the last. */
function Objections({ items, onDone }: { items: readonly Objection[]; onDone(): void }) {
  const gone = useRef<string | null>(null);
  const shown = useRef(items);
  useEffect(() => {
    const place = shown.current.findIndex(({ id }) => id === gone.current);
    shown.current = items;
    if (place === -1 || items.some(({ id }) => id === gone.current)) return;
    gone.current = null;
    const next = items[place] ?? items.at(-1);
    (next ? document.getElementById(`objection-${next.id}`) : document.querySelector('h1'))?.focus();
  }, [items]);
  const decided = (id: string) => {
    gone.current = id;
    onDone();
  };
  return items.map((objection) => <OneObjection key={objection.id} objection={objection} onDone={() => decided(objection.id)} />);
}

function OneObjection({ objection, onDone }: { objection: Objection; onDone(): void }) {
  const { t } = useWords('moderation');
  const { decision, rule, reason } = objection;
  return (
    <Card>
      <div className={styles.objection}>
        <h2 id={`objection-${objection.id}`} tabIndex={-1}><CaseName row={{ kind: 'reported', alignment: null, ...objection }} /></h2>
        <h3>{t('objections.wrote')}</h3>
        <Quote>{objection.contribution}</Quote>
        <h3>{t('objections.decided')}</h3>
        <p>{t('objections.ruled', { decision: t(`decision.${decision}`), rule, reason })}</p>
        <h3>
          {t('objections.objects')} <TimeAgo at={objection.at} />
        </h3>
        <Quote>{objection.text}</Quote>
        <Answer id={objection.id} onDone={onDone} />
      </div>
    </Card>
  );
}

function Answer({ id, onDone }: { id: string; onDone(): void }) {
  const { t } = useWords('moderation');
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isGone, setGone] = useState(false);
  const [decide, { pending }] = useAct(DecideObjection, { refresh: [QueueOf] });
  const send = async (outcome: 'upheld' | 'reversed') => {
    const wrong = problemsOf(objectionDecisionSchema, { outcome, reason });
    setProblems(wrong);
    if (wrong.length > 0) return;
    const answer = (await decide({ id, outcome, reason }))?.decideObjection;
    if (!answer) return;
    if (answer.__typename === 'Invalid') return setProblems(answer.problems);
    if (answer.__typename === 'NotFound') return setGone(true);
    announce(t(`objections.done.${outcome}`));
    onDone();
  };
  return (
    <Form words="moderation" problems={problems} summary="here" onSubmit={() => void send('upheld')}>
      <TextArea name="reason" label={t('objections.reason')} rows={3} limit={moderationLimits.reason} value={reason} onChange={setReason} />
      {isGone && <Notice tone="problem" live>{t('objections.gone')}</Notice>}
      <FormActs>
        <Button type="submit" pending={pending}>{t('objections.upheld')}</Button>
        <Button variant="secondary" pending={pending} onClick={() => void send('reversed')}>{t('objections.reversed')}</Button>
      </FormActs>
    </Form>
  );
}
