import { useMe } from '@isegoria/identity/web';
import { Excerpt, Figure, FoundRows, LinkButton, ListFilters, Loaded, narrowed, Page, Row, Rows, Section, Select, Tag, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { useSearchParams } from 'react-router';
import { DeskDocument, type ListedPanel, PanelsDocument } from './documents';
import { StageTag } from './stage-tag';

const size = 20;
/** A draft is seen on the desk of its department, and by nobody else. */
const listed = ['open', 'drawing', 'seating', 'seated', 'withdrawn'] as const satisfies readonly ListedPanel['stage'][];

/** Every panel whose call is public, the newest first. */
export function Component() {
  const { t } = useWords('panels');
  const { is } = useMe();
  const [search, setSearch] = useSearchParams();
  const { after } = usePaging();
  const stage = listed.find((one) => one === search.get('stage')) ?? null;
  const first = useGraph(PanelsDocument, { stage, first: size, after: null }, { keepPrevious: true });
  const answer = useGraph(PanelsDocument, { stage, first: size, after }, { keepPrevious: true });
  const isOfficial = is('official', 'administrator');
  return (
    <Page wide title={t('list.title')} lead={t('list.lead')} actions={isOfficial && <LinkButton to="/panels/new">{t('list.new')}</LinkButton>}>
      {(isOfficial || is('clerk')) && <DeskPart />}
      <ListFilters chosen={stage ? 1 : 0} isNarrow={stage !== null} onClear={() => setSearch({})}>
        <Select
          width="full" name="stage" label={t('list.stage')} placeholder={t('list.anyStage')} value={stage ?? ''} onChange={(value) => setSearch(narrowed(search, 'stage', value), { preventScrollReset: true })}
          choices={listed.map((value) => ({ value, label: t(`stage.${value}`) }))}
        />
      </ListFilters>
      <Loaded answer={answer}>
        {({ panels: { items, next } }) => (
          <FoundRows words="panels" items={items} next={next} total={first.data?.panels.total ?? items.length} size={size} isNarrow={stage !== null}>
            {(panel) => <PanelRow key={panel.id} panel={panel} />}
          </FoundRows>
        )}
      </Loaded>
    </Page>
  );
}

function PanelRow({ panel }: { panel: ListedPanel }) {
  const { t, lt, lang } = useWords('panels');
  const { id, title, text, department, seats, offers } = panel;
  return (
    <Row
      level={2} to={`/panels/${id}`} title={lt(title)} lang={lang(title)} tag={<StageTag {...panel} />} figure={<Figure value={offers} label={t('list.offers', { count: offers })} />}
      note={[department && lt(department.name), t('list.seats', { count: seats })].filter(Boolean).join(', ')}
    >
      <Excerpt lang={lang(text)}>{lt(text)}</Excerpt>
    </Row>
  );
}

/** Drafts of the department, and draws that wait for their numbers. */
function DeskPart() {
  const { t, lt, d } = useWords('panels');
  const items = useGraph(DeskDocument, {}, { staleMs: 0 }).data?.panelDesk.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={t('list.desk')}>
      <Rows label={t('list.desk')}>
        {items.map(({ id, title, stage, drawsAt, mine }) => (
          <Row key={id} to={`/panels/${id}`} title={lt(title)} note={stage === 'drawing' && drawsAt ? t('stage.draws', { date: d(drawsAt, 'moment') }) : undefined} tag={<Tag tone={mine.canEnter ? 'terracotta' : 'neutral'}>{mine.canEnter ? t('list.enter') : t(`stage.${stage}`)}</Tag>} />
        ))}
      </Rows>
    </Section>
  );
}
