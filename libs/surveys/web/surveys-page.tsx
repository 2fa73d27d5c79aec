import { useMe } from '@isegoria/identity/web';
import { PartLinks } from '@isegoria/notifications/web';
import { useCity } from '@isegoria/organisation/web';
import type { SurveyStanding } from '@isegoria/surveys/contracts';
import { FoundRows, LinkButton, ListFilters, Loaded, narrowed, Page, Rows, SearchField, Section, Select, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { useSearchParams } from 'react-router';
import { DeskPart } from './desk-part';
import { SurveysDocument } from './listed-document';
import { SurveyRow } from './survey-row';

const size = 20;
const narrowing = ['q', 'status', 'department', 'district'] as const;
/** A draft is seen on the desk of its department, and by nobody else. */
const listed = ['announced', 'open', 'closed', 'reported', 'withdrawn'] as const satisfies readonly SurveyStanding[];

/** Every survey: what can be answered now first, then all of them, to be found and narrowed. */
export function Component() {
  const { t } = useWords('surveys');
  const { is } = useMe();
  const [search] = useSearchParams();
  const { after, page } = usePaging();
  const status = listed.find((one) => one === search.get('status')) ?? null;
  const filter = { text: search.get('q') || null, status, department: search.get('department') || null, district: search.get('district') || null };
  const isNarrow = narrowing.some((name) => Boolean(search.get(name)));
  const first = useGraph(SurveysDocument, { filter, sort: 'NEWEST', first: size, after: null }, { keepPrevious: true });
  const answer = useGraph(SurveysDocument, { filter, sort: 'NEWEST', first: size, after }, { keepPrevious: true });
  const isOfficial = is('official', 'administrator');
  return (
    <Page wide title={t('list.title')} lead={t('list.lead')} actions={isOfficial && <LinkButton to="/surveys/new">{t('list.new')}</LinkButton>}>
      {isOfficial && <DeskPart />}
      {!isNarrow && page === 1 && <OpenNow />}
      <Section title={t('page.all')}>
        <Filters filter={filter} isNarrow={isNarrow} />
        <PartLinks district={filter.district} />
        <Loaded answer={answer}>
          {({ surveys: { items, next } }) => (
            <FoundRows words="surveys" items={items} next={next} total={first.data?.surveys.total ?? items.length} size={size} isNarrow={isNarrow}>
              {(survey) => <SurveyRow key={survey.id} level={3} survey={survey} />}
            </FoundRows>
          )}
        </Loaded>
      </Section>
    </Page>
  );
}

/** What is answered now, what closes soonest first. Nothing where nothing is. */
function OpenNow() {
  const { t } = useWords('surveys');
  const open = useGraph(SurveysDocument, { filter: { status: 'open' }, sort: 'CLOSING', first: 5, after: null }).data?.surveys.items ?? [];
  if (open.length === 0) return null;
  return (
    <Section title={t('list.open')}>
      <Rows label={t('list.open')}>
        {open.map((survey) => (
          <SurveyRow key={survey.id} level={3} survey={survey} />
        ))}
      </Rows>
    </Section>
  );
}

interface Asked {
  text: string | null;
  status: string | null;
  department: string | null;
  district: string | null;
}

function Filters({ filter, isNarrow }: { filter: Asked; isNarrow: boolean }) {
  const { t } = useWords('surveys');
  const [search, setSearch] = useSearchParams();
  const { every } = useCity();
  const set = (name: string, value: string) => setSearch(narrowed(search, name, value), { preventScrollReset: true });
  return (
    <ListFilters
      search={<SearchField name="q" label={t('list.search')} value={filter.text ?? ''} onSearch={(value) => set('q', value)} />}
      chosen={[filter.status, filter.department, filter.district].filter(Boolean).length} isNarrow={isNarrow} onClear={() => setSearch({})}
    >
      <Select
        width="full" name="status" label={t('list.status')} placeholder={t('list.anyStatus')} value={filter.status ?? ''} onChange={(value) => set('status', value)}
        choices={listed.map((value) => ({ value, label: t(`status.${value}`) }))}
      />
      <Select width="full" name="department" label={t('field.departmentId')} placeholder={t('list.anyDepartment')} choices={every('departments')} value={filter.department ?? ''} onChange={(value) => set('department', value)} />
      <Select width="full" name="district" label={t('list.district')} placeholder={t('list.anyDistrict')} choices={every('districts')} value={filter.district ?? ''} onChange={(value) => set('district', value)} />
    </ListFilters>
  );
}
