import { Excerpt, Figure, Row, useWords } from '@isegoria/ui/web';
import type { ListedConsultation } from '../listed-document';
import { StatusTag } from '../status-tag';

/** A consultation of a list: how long its text is, what it regulates, how much was said, and how it stands. */
export function ConsultationRow({ consultation, level = 2 }: { consultation: ListedConsultation; level?: 2 | 3 }) {
  const { t, lt, lang } = useWords('consultations');
  const { id, title, summary, department, articleCount, stanceCount, argumentCount, amendmentCount, answer } = consultation;
  const amendments = answer ? answer.adopted + answer.partly + answer.notAdopted : 0;
  const said = [
    department && lt(department.name),
    stanceCount > 0 && t('contents.stances', { count: stanceCount }),
    argumentCount > 0 && t('contents.arguments', { count: argumentCount }),
    amendmentCount > 0 && t('contents.amendments', { count: amendmentCount }),
  ];
  return (
    <Row
      level={level}
      to={`/consultations/${id}`}
      title={lt(title)}
      lang={lang(title)}
      figure={<Figure value={articleCount} label={t('list.articles', { count: articleCount })} />}
      note={said.filter(Boolean).join(', ')}
      tag={<StatusTag {...consultation} />}
    >
      <Excerpt lang={lang(summary)}>
        {answer && amendments > 0 ? t('answer.adoptedOf', { adopted: answer.adopted + answer.partly, count: amendments }) : lt(summary)}
      </Excerpt>
    </Row>
  );
}
