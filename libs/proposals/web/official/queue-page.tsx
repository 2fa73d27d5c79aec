import { RequireRole } from '@isegoria/identity/web';
import { daysUntil } from '@isegoria/kernel/contracts';
import { Empty, Excerpt, Figure, Loaded, Page, Pager, type ResultOf, Row, Rows, Tag, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { DepartmentQueueDocument } from '../documents';
import { LateSteps } from './late-steps';

const size = 20;
const halfMinute = 30_000;

type Waiting = ResultOf<typeof DepartmentQueueDocument>['departmentQueue']['items'][number];

/** What waits for the department's answer, the oldest duty first. */
export function Component() {
  const { t } = useWords('proposals');
  return (
    <RequireRole roles={['official', 'administrator']}>
      <Page wide title={t('official.title')} lead={t('official.lead')}>
        <Queue />
        <LateSteps />
      </Page>
    </RequireRole>
  );
}

function Queue() {
  const { t } = useWords('proposals');
  const { after, page } = usePaging();
  const first = useGraph(DepartmentQueueDocument, { first: size, after: null }, { everyMs: halfMinute });
  const answer = useGraph(DepartmentQueueDocument, { first: size, after }, { keepPrevious: true });
  return (
    <Loaded answer={answer}>
      {({ departmentQueue: { items, next } }) =>
        items.length === 0 && page === 1 ? (
          <Empty title={t('official.empty')}>{t('official.emptyHint')}</Empty>
        ) : (
          <>
            <Rows ordered label={t('official.title')}>
              {items.map((proposal) => (
                <DutyRow key={proposal.id} proposal={proposal} />
              ))}
            </Rows>
            <Pager next={next} total={first.data?.departmentQueue.total ?? 0} size={size} />
          </>
        )
      }
    </Loaded>
  );
}

function DutyRow({ proposal }: { proposal: Waiting }) {
  const { t, lt, d } = useWords('proposals');
  const { id, title, excerpt, lang, supports, answerDueAt, district, department, status } = proposal;
  const days = answerDueAt ? daysUntil(new Date(answerDueAt), new Date()) : 0;
  const duty = days < 0 ? t('official.overdue', { count: -days }) : days === 0 ? t('official.today') : t('official.left', { count: days });
  const place = [district && lt(district.name), department && lt(department.name), answerDueAt && d(answerDueAt, 'short')].filter(Boolean).join(' · ');
  return (
    <Row
      level={2}
      to={`/official/${id}`}
      title={title}
      lang={lang}
      figure={<Figure value={supports} label={t('supporters', { count: supports })} />}
      note={status === 'UNDER_EVALUATION' ? `${place} · ${t('status.UNDER_EVALUATION')}` : place}
      tag={<Tag tone={days < 0 ? 'terracotta' : days < 7 ? 'sun' : 'neutral'}>{duty}</Tag>}
    >
      <Excerpt lang={lang}>
        {excerpt}
      </Excerpt>
    </Row>
  );
}
