import { Excerpt, Row, Rows, Section, TimeAgo, useGraph, useWords } from '@isegoria/ui/web';
import { ProposalsDocument } from '../proposals-document';
import { StatusTag } from '../status-tag';

const halfMinute = 30_000;

/** What the municipality said lately. Nothing at all until it has said something. */
export default function RecentAnswers() {
  const { t, lt } = useWords('proposals');
  const { data } = useGraph(ProposalsDocument, { filter: null, sort: 'ANSWERED', first: 3, after: null }, { everyMs: halfMinute });
  const items = data?.proposals.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={t('home.answered')} more={{ to: '/proposals?sort=ANSWERED', label: t('home.allAnswered') }}>
      <Rows label={t('home.answered')}>
        {items.map(({ id, title, lang, status, answerDueAt, answer }) => (
          <Row
            key={id}
            to={`/proposals/${id}`}
            title={title}
            lang={lang}
            note={<>{answer?.department ? lt(answer.department.name) : t('page.municipality')}, {answer && <TimeAgo at={answer.answeredAt} />}</>}
            tag={<StatusTag status={status} answerDueAt={answerDueAt} answer={answer} />}
          >
            {answer && <Excerpt lang="el" tone="ink">{answer.text}</Excerpt>}
          </Row>
        ))}
      </Rows>
    </Section>
  );
}
