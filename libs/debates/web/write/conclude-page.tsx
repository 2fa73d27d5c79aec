import { conclusionInput, debateLimits as limits } from '@isegoria/debates/contracts';
import { RefusalNotice, RequireRole } from '@isegoria/identity/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Button, Checkbox, Columns, FieldGroup, Form, FormActs, Loaded, Missing, Notice, Page, type ResultOf, sayOnArrival, TextArea, useAct, useFate, useField, useGraph, useKept, useWords } from '@isegoria/ui/web';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import styles from '../debates.module.css';
import { ConcludeDocument, DebateDocument, DebatesDocument, HeardChoicesDocument, MyDebatesDocument, RoomDocument, type ShownDebate } from '../documents';

type Choices = ResultOf<typeof HeardChoicesDocument>;

/** Where who opened a debate writes what was concluded, and names the arguments that they heard. */
export function Component() {
  return (
    <RequireRole>
      <Asked />
    </RequireRole>
  );
}

function Asked() {
  const { t } = useWords('debates');
  const { id = '' } = useParams();
  const answer = useGraph(DebateDocument, { id });
  const choices = useGraph(HeardChoicesDocument, { subject: { kind: 'debate', id } });
  const room = useGraph(RoomDocument, {});
  return (
    <Loaded answer={answer}>
      {({ debate }) =>
        debate?.mine.isOpener ? (
          <Page wide title={t('conclude.title')} lead={t('conclude.lead')} kicker={<span lang="el">{debate.title}</span>} back={{ to: `/debates/${id}`, label: t('conclude.back') }}>
            {debate.mine.canConclude ? (
              <Loaded answer={choices}>{(found) => <ConcludeForm key={id} debate={debate} choices={found} waits={!debate.opener.department && (room.data?.debateRoom.waits ?? true)} />}</Loaded>
            ) : (
              <Notice title={t('conclude.cannot')}><Link to={`/debates/${id}`}>{t('conclude.back')}</Link></Notice>
            )}
          </Page>
        ) : (
          <Missing words="debates" to="/debates" />
        )
      }
    </Loaded>
  );
}

function ConcludeForm({ debate: { id, stage, conclusion }, choices, waits }: { debate: ShownDebate; choices: Choices; waits: boolean }) {
  const { t } = useWords('debates');
  const navigate = useNavigate();
  const [first] = useState(() => ({ text: conclusion?.text ?? '', heard: conclusion?.heard.map((one) => one.id) ?? [] }));
  const [draft, keep, forget] = useKept<{ text: string; heard: string[] }>(`conclude:${id}`, first);
  const { problems, setProblems, refused, take } = useFate('debates');
  const [conclude, { pending }] = useAct(ConcludeDocument, { refresh: [DebateDocument, DebatesDocument, MyDebatesDocument] });
  const there = [...choices.for.items, ...choices.against.items, ...choices.neutral.items].map((one) => one.id);
  // One that was chosen and is not public any more is chosen no longer.
  const heard = draft.heard.filter((one) => there.includes(one));
  const turn = (one: string, isChosen: boolean) => keep({ ...draft, heard: isChosen ? [...heard, one] : heard.filter((other) => other !== one) });

  const send = async () => {
    const input = { text: draft.text, heard };
    const wrong = problemsOf(conclusionInput, input);
    setProblems(wrong);
    if (wrong.length > 0) return;
    const result = (await conclude({ id, input }))?.concludeDebate;
    if (result?.__typename !== 'DebateSaved') return void take(result, '');
    forget();
    sayOnArrival(t(result.waits ? 'conclude.sentWaits' : 'conclude.sent'));
    await navigate(`/debates/${id}`);
  };
  const side = (name: 'FOR' | 'AGAINST' | 'NEUTRAL', items: Choices['for']['items']) => <Side name={name} items={items} heard={heard} onTurn={turn} />;
  return (
    <Form words="debates" label={t('conclude.title')} problems={problems} onSubmit={() => void send()}>
      <TextArea name="text" rows={10} label={t('field.conclusion')} limit={limits.conclusion} value={draft.text} onChange={(text) => keep({ ...draft, text, heard })} />
      <HeardGroup>
        <Columns kind="even">
          {side('FOR', choices.for.items)}
          {side('AGAINST', choices.against.items)}
        </Columns>
        {choices.neutral.items.length > 0 && side('NEUTRAL', choices.neutral.items)}
      </HeardGroup>
      {(stage === 'open' || waits) && <p>{[stage === 'open' && t('conclude.closes'), waits && t('conclude.waits')].filter(Boolean).join(' ')}</p>}
      {refused && <RefusalNotice>{refused}</RefusalNotice>}
      <FormActs>
        <Button type="submit" pending={pending}>{t(waits ? 'conclude.sendWaits' : 'conclude.send')}</Button>
      </FormActs>
    </Form>
  );
}

function HeardGroup({ children }: { children: ReactNode }) {
  const { t } = useWords('debates');
  const field = { name: 'heard', label: t('field.heard'), hint: t('conclude.heardHint', { most: limits.heardOfSide }) };
  const { id, problem } = useField(field);
  return <FieldGroup {...field} id={id} problem={problem}>{children}</FieldGroup>;
}

function Side({ name, items, heard, onTurn }: { name: 'FOR' | 'AGAINST' | 'NEUTRAL'; items: Choices['for']['items']; heard: readonly string[]; onTurn(id: string, isChosen: boolean): void }) {
  const { t } = useWords('debates');
  const shown = items.filter(({ visibility }) => visibility === 'public');
  return (
    <div className={styles.stack}>
      <h2 className={styles.side}>{t(`conclusion.${name}`)}</h2>
      {shown.length === 0 && <p className={styles.small}>{t('conclude.nothing')}</p>}
      {shown.map(({ id, text, author }) => <Checkbox key={id} name={`heard.${id}`} label={text} hint={author?.name || t('conclusion.former')} checked={heard.includes(id)} onChange={(isChosen) => onTurn(id, isChosen)} />)}
      {items.length === 20 && <p className={styles.small}>{t('conclude.more')}</p>}
    </div>
  );
}
