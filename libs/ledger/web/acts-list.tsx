import { Empty, Loaded, Pager, type ResultOf, Row, Rows, Section, Tag, type Tone, useGraph, usePaging, useWords, type WordsOfSlice } from '@isegoria/ui/web';
import { LedgerActs } from './documents';
import styles from './ledger.module.css';

type Act = ResultOf<typeof LedgerActs>['ledgerActs']['items'][number];

const size = 20;
const counts = ['voters', 'entitled'];
const tones: Record<string, Tone> = { approved: 'olive', hidden: 'terracotta', returned: 'sun', reversed: 'olive', ACCEPTED: 'olive', IMPLEMENTED: 'olive', REJECTED: 'terracotta' };

/** What those did who have power over others' voice, the newest first. */
export function ActsList() {
  const words = useWords('ledger');
  const { t, lt, lang } = words;
  const { after } = usePaging();
  const answer = useGraph(LedgerActs, { first: size, after }, { keepPrevious: true });
  return (
    <Section title={t('acts.title')}>
      <Loaded answer={answer}>
        {({ ledgerActs: { items, next, total } }) => (
          <>
            {items.length === 0 && <Empty title={t('acts.empty')}>{t('acts.emptyWhy')}</Empty>}
            <Rows label={t('acts.title')}>
              {items.map((act) => (
                <Row key={act.id} title={act.title ? lt(act.title) : nameOf(words, 'act', act.act)} lang={lang(act.title)} {...(act.path ? { to: act.path } : {})} tag={outcomeTag(words, act)} note={<Notes act={act} />} />
              ))}
            </Rows>
            <Pager next={next} total={total} size={size} />
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Notes({ act: { act, rule, role, title, details, index } }: { act: Act }) {
  const words = useWords('ledger');
  const { t } = words;
  return (
    <span className={styles.notes}>
      {title && <span>{nameOf(words, 'act', act)}</span>}
      {details.filter(({ name }) => words.has(`detail.${name}`)).map(({ name, value }) => (
        <span key={name}>{t(`detail.${name}`, { value: detailOf(words, name, value) })}</span>
      ))}
      <span>{nameOf(words, 'role', role)}</span>
      {rule !== null && <span>{t('acts.rule', { rule })}</span>}
      <span>{index === null ? t('acts.soon') : t('acts.index', { index: index + 1 })}</span>
    </span>
  );
}

/** A detail as it is read: roles by their names, counts as numbers are written here. */
function detailOf(words: WordsOfSlice, name: string, value: string): string {
  if (name === 'roles') return rolesOf(words, value);
  return counts.includes(name) ? words.n(Number(value)) : value;
}

function rolesOf(words: WordsOfSlice, value: string): string {
  return value.split(', ').map((role) => nameOf(words, 'role', role)).join(', ') || '–';
}

function outcomeTag(words: WordsOfSlice, { outcome }: Act) {
  return outcome !== null && words.has(`outcome.${outcome}`) ? <Tag tone={tones[outcome] ?? 'neutral'}>{words.t(`outcome.${outcome}`)}</Tag> : undefined;
}

/** Its name in the reader's language; of an act that came after these words, the one that stands in the ledger. */
function nameOf({ t, has }: WordsOfSlice, list: string, name: string): string {
  return has(`${list}.${name}`) ? t(`${list}.${name}`) : name;
}
