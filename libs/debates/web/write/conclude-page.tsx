import { conclusionInput, debateLimits as limits } from '@isegoria/debates/contracts';
import { RefusalNotice, RequireRole } from '@isegoria/identity/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Button, Checkbox, Columns, FailureNotice, FieldGroup, Form, FormActs, graph, type GrowingList, Loaded, Missing, Notice, Page, type ResultOf, sayOnArrival, TextArea, useAct, useFate, useField, useGraph, useGrowing, useKept, useWords } from '@isegoria/ui/web';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import styles from '../debates.module.css';
import { ConcludeDocument, DebateDocument, HeardChoicesDocument, MyDebatesDocument, RoomDocument, type ShownDebate } from '../documents';
import { DebatesDocument } from '../listed-document';

const sides = ['FOR', 'AGAINST', 'NEUTRAL'] as const;
type SideName = (typeof sides)[number];

/** An argument that is named as heard, as it was when it was chosen: it may stand on a page that nobody has opened. */
interface Heard {
  id: string;
  side: SideName;
  text: string;
  author: string;
}

type Choice = ResultOf<typeof HeardChoicesDocument>['comments']['items'][number];

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
  const room = useGraph(RoomDocument, {});
  return (
    <Loaded answer={answer}>
      {({ debate }) =>
        debate?.mine.isOpener ? (
          <Page wide title={t('conclude.title')} lead={t('conclude.lead')} kicker={<span lang="el">{debate.title}</span>} back={{ to: `/debates/${id}`, label: t('conclude.back') }}>
            {debate.mine.canConclude ? (
              <ConcludeForm key={id} debate={debate} waits={!debate.opener.department && (room.data?.debateRoom.waits ?? true)} />
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

function ConcludeForm({ debate: { id, stage, conclusion }, waits }: { debate: ShownDebate; waits: boolean }) {
  const { t } = useWords('debates');
  const navigate = useNavigate();
  const [first] = useState(() => ({ text: conclusion?.text ?? '', heard: heardOf(conclusion) }));
  const [draft, keep, forget] = useKept<{ text: string; heard: Heard[] }>(`conclusion:${id}`, first);
  const { problems, setProblems, refused, take } = useFate('debates');
  const [conclude, { pending }] = useAct(ConcludeDocument, { refresh: [DebateDocument, DebatesDocument, MyDebatesDocument] });

  const lists = { FOR: useChoices(id, 'FOR'), AGAINST: useChoices(id, 'AGAINST'), NEUTRAL: useChoices(id, 'NEUTRAL') };
  // One that was chosen and is not public any more is chosen no longer.
  const heard = draft.heard.filter((one) => !lists[one.side].items.some(({ id: known, visibility }) => known === one.id && visibility !== 'public'));

  const send = async () => {
    const input = { text: draft.text, heard: heard.map((one) => one.id) };
    const wrong = problemsOf(conclusionInput, input);
    setProblems(wrong);
    if (wrong.length > 0) return;
    const result = (await conclude({ id, input }))?.concludeDebate;
    if (result?.__typename !== 'DebateSaved') return void take(result, '');
    forget();
    sayOnArrival(t(result.waits ? 'conclude.sentWaits' : 'conclude.sent'));
    await navigate(`/debates/${id}`);
  };
  const side = (name: SideName) => <Side name={name} list={lists[name]} heard={heard} onChange={(next) => keep({ ...draft, heard: next })} />;
  return (
    <Form words="debates" label={t('conclude.title')} problems={problems} onSubmit={() => void send()}>
      <TextArea name="text" rows={10} label={t('field.conclusion')} limit={limits.conclusion} value={draft.text} onChange={(text) => keep({ ...draft, text })} />
      <HeardGroup>
        <Columns kind="even">
          {side('FOR')}
          {side('AGAINST')}
        </Columns>
        {side('NEUTRAL')}
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

function useChoices(debateId: string, alignment: SideName): GrowingList<Choice> {
  return useGrowing(['HeardChoices', debateId, alignment], async (after) => (await graph(HeardChoicesDocument, { subject: { kind: 'debate', id: debateId }, alignment, after })).comments);
}

interface SideProps {
  name: SideName;
  list: GrowingList<Choice>;
  heard: readonly Heard[];
  onChange(heard: Heard[]): void;
}

/** The arguments of a side, page by page; what is chosen stays in sight. */
function Side({ name, list, heard, onChange }: SideProps) {
  const { t } = useWords('debates');
  const listed = list.items.filter(({ visibility }) => visibility === 'public').map(({ id, text, author }): Heard => ({ id, side: name, text: text ?? '', author: author?.name ?? '' }));
  const elsewhere = heard.filter(({ id, side }) => side === name && !list.items.some((one) => one.id === id));
  const shown = [...elsewhere, ...listed];
  if (name === 'NEUTRAL' && shown.length === 0) return null;
  const turn = (one: Heard, isChosen: boolean) => onChange(isChosen ? [...heard, one] : heard.filter(({ id }) => id !== one.id));
  return (
    <div className={styles.stack}>
      <h2 className={styles.side}>{t(`conclusion.${name}`)}</h2>
      {list.error && <FailureNotice failure={list.error} retry={list.again} />}
      {!list.pending && !list.error && shown.length === 0 && <p className={styles.small}>{t('conclude.nothing')}</p>}
      {shown.map((one) => <Checkbox key={one.id} name={`heard.${one.id}`} label={one.text} lang="el" hint={one.author || t('conclusion.former')} checked={heard.some(({ id }) => id === one.id)} onChange={(isChosen) => turn(one, isChosen)} />)}
      {list.hasMore && <div><Button variant="secondary" pending={list.growing} label={`${t('conclude.more')}: ${t(`conclusion.${name}`)}`} onClick={list.grow}>{t('conclude.more')}</Button></div>}
    </div>
  );
}

/** What stands already as heard. One whose words are not public any more is not named again. */
function heardOf(conclusion: ShownDebate['conclusion']): Heard[] {
  return (conclusion?.heard ?? []).flatMap(({ id, alignment, text, author }) => {
    const side = sides.find((one) => one === alignment);
    return side && text ? [{ id, side, text, author }] : [];
  });
}
