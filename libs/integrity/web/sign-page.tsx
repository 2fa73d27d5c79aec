import { useMe } from '@isegoria/identity/web';
import { signsRoom } from '@isegoria/integrity/contracts';
import { useRoom } from '@isegoria/realtime/web';
import { Card, ChartTable, Disclosure, type Fact, Facts, Loaded, Missing, Page, PlainText, Section, Tag, useGraph, useWords, type WordsOfSlice } from '@isegoria/ui/web';
import { Link, useParams } from 'react-router';
import { type ShownSign, type ShownSpan, SignDocument } from './documents';
import styles from './integrity.module.css';
import { saidBy, stretch, toneOf, whenOf } from './sign-words';
import { TellForm } from './tell-form';

/** One sign: what was noticed, when supports came, what it would change, and what the city found. */
export function Component() {
  const { t } = useWords('integrity');
  const { id = '' } = useParams();
  const answer = useGraph(SignDocument, { id });
  const again = () => void answer.refetch();
  useRoom(signsRoom, { onDelta: again, onMissed: again });
  return (
    <Loaded answer={answer}>
      {({ integritySign: sign, integritySpans: spans }) =>
        sign ? (
          <Page title={t(`kind.${sign.kind}`)} lead={t('sign.lead')} back={{ to: '/integrity', label: t('page.all') }}>
            <Noticed sign={sign} />
            <CityWords sign={sign} />
            {sign.place && <Effect sign={sign} />}
            <Chart sign={sign} spans={spans} />
          </Page>
        ) : (
          <Missing words="integrity" to="/integrity" />
        )
      }
    </Loaded>
  );
}

function Noticed({ sign }: { sign: ShownSign }) {
  const words = useWords('integrity');
  const { t, lt, lang, n } = words;
  const { about, chance, verifiedPercent, basis, kind } = sign;
  const facts: Fact[] = [
    { label: t('sign.about'), value: about ? <Link to={about.path} lang={lang(about.title)}>{lt(about.title)}</Link> : t('hidden') },
    { label: t('sign.when'), value: whenOf(words, sign) },
    { label: t('sign.chance'), value: oddsOf(words, chance) },
    ...(kind === 'burst' || verifiedPercent !== null ? [{ label: t('sign.verified'), value: verifiedPercent === null ? t('sign.verifiedFew') : t('sign.verifiedValue', { percent: verifiedPercent }) }] : []),
  ];
  const reckoned: Fact[] = [
    { label: t(`basis.before.${kind}`), value: n(basis.before) },
    { label: t(`basis.over.${kind}`), value: n(basis.over) },
    ...(basis.others === null ? [] : [{ label: t('basis.others'), value: n(basis.others) }]),
    ...(basis.usual === null ? [] : [{ label: t('basis.usual'), value: n(basis.usual) }]),
  ];
  return (
    <Section title={t('sign.what')}>
      <p className={styles.said}>{saidBy(words, sign)}</p>
      <Facts facts={facts} />
      <p className={styles.text}>{t('sign.chanceNote')}</p>
      <Disclosure label={t('sign.reckoned')}>
        <Facts facts={reckoned} />
        <p><Link to="/integrity#method">{t('method.title')}</Link></p>
      </Disclosure>
    </Section>
  );
}

const trillion = 1e12;

function oddsOf({ t }: Pick<WordsOfSlice, 't'>, chance: number): string {
  const odds = 1 / chance;
  if (!(odds < trillion)) return t('sign.tiny');
  const power = 10 ** Math.floor(Math.log10(odds));
  return t('sign.odds', { odds: Math.floor(odds / power) * power });
}

function CityWords({ sign }: { sign: ShownSign }) {
  const { t, d } = useWords('integrity');
  const mayTell = useMe().is('moderator', 'administrator');
  const { words, about } = sign;
  return (
    <Section title={t('word.title')} id="words">
      {words.length === 0 && <p>{t('word.none')}</p>}
      <div className={styles.words}>
        {words.map(({ revision, finding, text, role, at }) => (
          <Card key={revision} level={3} title={<Tag tone={toneOf[finding]}>{t(`finding.${finding}`)}</Tag>} note={t('word.by', { role: t(`word.${role}`), date: d(at) })}>
            <PlainText text={text} />
          </Card>
        ))}
      </div>
      {about && <p><Link to={about.path}>{t('word.answer')}</Link></p>}
      {mayTell && <TellForm sign={sign} />}
    </Section>
  );
}

function Effect({ sign: { place } }: { sign: ShownSign }) {
  const { t, n } = useWords('integrity');
  if (!place) return null;
  return (
    <Section title={t('effect.title')}>
      <Facts
        columns={2}
        facts={[
          { label: t('effect.supports'), value: n(place.supports) },
          { label: t('effect.now'), value: t('effect.value', { place: place.place, of: place.of }) },
          { label: t('effect.without'), value: t('effect.value', { place: place.without, of: place.of }) },
        ]}
      />
      <p className={styles.text}>{t('effect.note')}</p>
    </Section>
  );
}

function Chart({ sign: { id }, spans }: { sign: ShownSign; spans: readonly ShownSpan[] }) {
  const words = useWords('integrity');
  const { t } = words;
  return (
    <Section title={t('sign.chart')}>
      {spans.length === 0 ? (
        <p>{t('sign.chartNone')}</p>
      ) : (
        <ChartTable
          title={t('sign.chart')}
          chart="bars"
          csv={`/integrity-files/${id}.csv`}
          note={t('sign.chartNote')}
          columns={[{ key: 'span', label: t('sign.span'), type: 'text' }, { key: 'hourly', label: t('sign.hourly'), type: 'number' }, { key: 'supports', label: t('sign.supports'), type: 'number' }]}
          rows={spans.map(({ from, to, hourly, supports }) => ({ span: stretch(words, from, to), hourly, supports }))}
        />
      )}
    </Section>
  );
}
