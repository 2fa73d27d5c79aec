import { Empty, Loaded, Page, Pager, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { useParams } from 'react-router';
import { SectionsDocument, SurveyWordsDocument } from '../documents';
import { WordsList } from './words-part';

const size = 20;

/** All that was said in own words to one question of a survey. */
export function Component() {
  const { id = '', questionId = '' } = useParams();
  const { t, lt } = useWords('surveys');
  const { after } = usePaging();
  const sections = useGraph(SectionsDocument, { id }).data?.surveySections;
  const question = sections?.flatMap(({ questions }) => questions).find((one) => one.id === questionId);
  const first = useGraph(SurveyWordsDocument, { id, questionId, first: size, after: null }, { keepPrevious: true });
  const answer = useGraph(SurveyWordsDocument, { id, questionId, first: size, after }, { keepPrevious: true });
  return (
    <Page title={t('words.title')} lead={question && lt(question.text)} back={{ to: `/surveys/${id}/results`, label: t('words.back') }}>
      <Loaded answer={answer}>
        {({ surveyWords: { items, next } }) => {
          const total = first.data?.surveyWords.total ?? items.length;
          if (items.length === 0) return <Empty title={t('results.noWords')} />;
          return (
            <>
              <p>{t('words.lead', { count: total })}</p>
              <WordsList items={items} />
              <Pager next={next} total={total} size={size} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
