import { method, signsRoom, thresholds } from '@isegoria/integrity/contracts';
import { MonthsInNumbers } from '@isegoria/moderation/web';
import { useRoom } from '@isegoria/realtime/web';
import { Card, Columns, Disclosure, FoundRows, ListFilters, Loaded, narrowed, Page, Row, Section, Select, Tag, useGraph, usePaging, useRefresh, useWords } from '@isegoria/ui/web';
import { Link, useSearchParams } from 'react-router';
import { type ListedSign, SignsDocument } from './documents';
import styles from './integrity.module.css';
import { saidBy, toneOf, whenOf } from './sign-words';

const size = 20;
const kinds = ['burst', 'newcomers'] as const;
const spans = [30, 90, 365];

/** What is watched, what was found, what was removed, and how it is reckoned. For everybody. */
export function Component() {
  const { t } = useWords('integrity');
  return (
    <Page wide title={t('list.title')} lead={t('list.lead')}>
      <Columns kind="even">
        <Card title={t('watch.title')} edge="aegean">
          <p>{t('watch.text')}</p>
          <p>{t('watch.person')}</p>
        </Card>
        <Card title={t('never.title')} edge="olive">
          <p>{t('never.text')}</p>
          <p>{t('never.innocent')}</p>
        </Card>
      </Columns>
      <SignsFound />
      <Section title={t('removed.title')} more={{ to: '/moderation/log', label: t('removed.log') }}>
        <p className={styles.text}>{t('removed.text')}</p>
        <MonthsInNumbers />
      </Section>
      <Method />
    </Page>
  );
}

function SignsFound() {
  const words = useWords('integrity');
  const { t } = words;
  const [search, setSearch] = useSearchParams();
  const { after } = usePaging();
  const kind = kinds.find((one) => one === search.get('kind')) ?? null;
  const days = spans.find((one) => String(one) === search.get('days')) ?? null;
  const asked = { kind, days, first: size };
  const first = useGraph(SignsDocument, { ...asked, after: null }, { keepPrevious: true });
  const answer = useGraph(SignsDocument, { ...asked, after }, { keepPrevious: true });
  const refresh = useRefresh();
  const again = () => void refresh(SignsDocument);
  useRoom(signsRoom, { onDelta: again, onMissed: again });
  const isNarrow = kind !== null || days !== null;
  const set = (name: string, value: string) => setSearch(narrowed(search, name, value), { preventScrollReset: true });
  return (
    <Section title={t('list.signs')} more={{ to: '/open-data/integrity-signs', label: t('list.data') }}>
      <ListFilters chosen={[kind, days].filter(Boolean).length} isNarrow={isNarrow} onClear={() => setSearch({})}>
        <Select width="full" name="kind" label={t('list.kind')} placeholder={t('list.any')} value={kind ?? ''} onChange={(value) => set('kind', value)} choices={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
        <Select width="full" name="days" label={t('list.time')} placeholder={t('list.anyTime')} value={days === null ? '' : String(days)} onChange={(value) => set('days', value)} choices={spans.map((count) => ({ value: String(count), label: t('list.lately', { count }) }))} />
      </ListFilters>
      <Loaded answer={answer}>
        {({ integritySigns: { items, next } }) => (
          <FoundRows words="integrity" items={items} next={next} total={first.data?.integritySigns.total ?? items.length} size={size} isNarrow={isNarrow} beside={<a href="/data/integrity-signs.csv" download>{t('list.csv')}</a>}>
            {(sign) => <SignRow key={sign.id} sign={sign} />}
          </FoundRows>
        )}
      </Loaded>
    </Section>
  );
}

function SignRow({ sign }: { sign: ListedSign }) {
  const words = useWords('integrity');
  const { t, lt, lang } = words;
  const { id, kind, about, finding } = sign;
  return (
    <Row to={`/integrity/${id}`} title={about ? lt(about.title) : t('hidden')} lang={lang(about?.title ?? null)} tag={<Tag tone={toneOf[finding]}>{t(`finding.${finding}`)}</Tag>} note={`${t(`kind.${kind}`)} · ${whenOf(words, sign)}`}>
      <p>{saidBy(words, sign)}</p>
    </Row>
  );
}

/** A small chance, as people write it: 5,7 × 10⁻¹⁰. */
function tenths(chance: number, n: (value: number) => string): string {
  const power = Math.floor(Math.log10(chance));
  return `${n(Math.round((chance / 10 ** power) * 10) / 10)} × 10${String(power).replace(/./g, (sign) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'[sign === '-' ? 0 : Number(sign) + 1] ?? '')}`;
}

function Method() {
  const { t, n, rich } = useWords('integrity');
  const measures = {
    days: method.days, least: method.leastHourly, hours: method.newHours, yearly: method.yearly, things: method.things, burst: tenths(thresholds.burst, n), newcomers: tenths(thresholds.newcomers, n),
  };
  return (
    <Section id="method" title={t('method.title')}>
      <Disclosure label={t('method.open')}>
        <div className={styles.text}>
          {['burst', 'newcomers', 'threshold', 'check', 'limits', 'few'].map((part) => (
            <p key={part}>{t(`method.${part}`, measures)}</p>
          ))}
          <p>{rich('method.more', { ledger: (text) => <Link to="/ledger">{text}</Link>, figures: (text) => <Link to="/method">{text}</Link> })}</p>
        </div>
      </Disclosure>
    </Section>
  );
}
