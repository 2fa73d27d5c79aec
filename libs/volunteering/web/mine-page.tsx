import { RequireRole } from '@isegoria/identity/web';
import { Card, Empty, Figure, LinkButton, Loaded, Page, Pager, Row, Rows, Section, Tag, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { CallRow } from './call-row';
import { MyCallsDocument, type MyOffer, MyOffersDocument, MySumDocument } from './documents';
import styles from './volunteering.module.css';
import { lasting, shiftTime } from './when';

const size = 20;

/** For what the reader offered themself: what comes, what they gave, and the certificate of it; and what they proposed. */
export function Component() {
  return <RequireRole roles={['citizen']}><Mine /></RequireRole>;
}

function Mine() {
  const { t, locale } = useWords('volunteering');
  const { after } = usePaging();
  const coming = useGraph(MyOffersDocument, { time: 'coming', first: 50, after: null }, { staleMs: 0 });
  const past = useGraph(MyOffersDocument, { time: 'past', first: size, after }, { staleMs: 0, keepPrevious: true });
  return (
    <Page title={t('mine.title')} lead={t('mine.lead')} back={{ to: '/volunteering', label: t('page.all') }}>
      <div className={styles.text}>
        <Section title={t('mine.coming')}>
          <Loaded answer={coming}>
            {({ myVolunteerOffers: { items } }) =>
              items.length === 0 ? <Empty title={t('mine.none')} action={<LinkButton to="/volunteering">{t('page.all')}</LinkButton>}>{t('mine.noneHint')}</Empty> : (
                <>
                  <Rows label={t('mine.coming')}>{items.map((offer) => <OfferRow key={offer.id} offer={offer} />)}</Rows>
                  <p className="no-print"><a href={`/volunteer-files/mine.ics?lang=${locale}`}>{t('mine.calendar')}</a></p>
                </>
              )
            }
          </Loaded>
        </Section>
        <Given />
        <Loaded answer={past}>
          {({ myVolunteerOffers: { items, next, total } }) => total > 0 && (
            <Section title={t('mine.past')}>
              <Rows label={t('mine.past')}>{items.map((offer) => <OfferRow key={offer.id} offer={offer} />)}</Rows>
              <Pager next={next} total={total} size={size} />
            </Section>
          )}
        </Loaded>
        <Proposed />
      </div>
    </Page>
  );
}

/** One's own shift: when and where, whether the place is theirs, and what was marked afterwards. */
function OfferRow({ offer: { title, place, path, shift, minutes } }: { offer: MyOffer }) {
  const words = useWords('volunteering');
  const { t, lt, lang, d } = words;
  const { cancellation, isOver, mine } = shift;
  const tag = cancellation ? <Tag tone="terracotta">{t('stage.cancelled')}</Tag>
    : isOver ? <Tag tone={mine.came ? 'olive' : 'neutral'}>{t(mine.came === null ? 'mine.unmarked' : mine.came ? 'mine.came' : 'mine.missed')}</Tag>
    : <Tag tone={mine.place === 'waiting' ? 'sun' : 'olive'}>{mine.confirmBy ? t('mine.confirm', { date: d(mine.confirmBy, 'short') }) : t(`place.${mine.place}`)}</Tag>;
  return (
    <Row to={path} title={lt(title)} lang={lang(title)} note={shiftTime(shift, words)} tag={tag}>
      <p>{[shift.task, place, minutes !== null && lasting(minutes, words)].filter(Boolean).join(' · ')}</p>
    </Row>
  );
}

/** How much one gave so far, and the way to the certificate. Nothing before anything was marked. */
function Given() {
  const words = useWords('volunteering');
  const { t, n, locale } = words;
  const sum = useGraph(MySumDocument, {}, { staleMs: 0 }).data?.myVolunteerSum;
  if (!sum || sum.shifts === 0) return null;
  return (
    <Card title={t('mine.given')} edge="olive">
      <div className={styles.figures}>
        <Figure value={sum.shifts} label={t('mine.shifts', { count: sum.shifts })} />
        <Figure value={n(Math.round(sum.minutes / 6) / 10)} label={t('mine.hours', { count: Math.round(sum.minutes / 60) })} />
      </div>
      <p><a href={`/reports/volunteering/mine.pdf?lang=${locale}`}>{t('mine.certificate')}</a></p>
      <p className={styles.small}>{t('mine.certificateHint')}</p>
    </Card>
  );
}

function Proposed() {
  const { t } = useWords('volunteering');
  const items = useGraph(MyCallsDocument, {}, { staleMs: 0 }).data?.myVolunteerCalls.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={t('mine.proposed')}>
      <Rows label={t('mine.proposed')}>{items.map((call) => <CallRow key={call.id} level={3} call={call} />)}</Rows>
    </Section>
  );
}
