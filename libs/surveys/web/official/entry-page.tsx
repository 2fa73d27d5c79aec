import { RequireRole } from '@isegoria/identity/web';
import { guideOf, nothingGiven, onlyAsked, pagesOf, paperOf } from '@isegoria/surveys/contracts';
import { Button, Empty, Form, FormActs, LinkButton, Loaded, Missing, Notice, Page, type Problem, type ResultOf, Section, useAct, useGraph, useWords } from '@isegoria/ui/web';
import { DeskEntries, EntryList, fateKey, fateTone, SlipFields, slipInput, toSlip } from '@isegoria/votes/web';
import { useState } from 'react';
import { useParams } from 'react-router';
import { EnterDocument, SectionsDocument, type ShownSection, type ShownSurvey, SurveyDocument } from '../documents';
import { QuestionField } from '../answering/question-field';
import { problemsOn } from '../answering/use-answering';
import styles from './official.module.css';

type Entered = ResultOf<typeof EnterDocument>['enterSurvey'];

/** Where officials enter the forms that came on paper, by phone or at a desk, each of two by themselves. */
export function Component() {
  const { id = '' } = useParams();
  return (
    <RequireRole roles={['official', 'administrator']}>
      <EntryPage key={id} id={id} />
    </RequireRole>
  );
}

function EntryPage({ id }: { id: string }) {
  const { t, lt, d } = useWords('surveys');
  const survey = useGraph(SurveyDocument, { id });
  const sections = useGraph(SectionsDocument, { id });
  const entries = useGraph(DeskEntries, {}, { everyMs: 10_000 });
  const back = { to: `/surveys/${id}`, label: t('answer.toSurvey') };
  return (
    <Loaded answer={survey}>
      {({ survey: found }) => {
        if (!found) return <Missing words="surveys" to="/surveys" />;
        const { canEnter, entryUntil, title } = found;
        if (!canEnter) return <Page title={t('entry.shut')} back={back}><Empty title={t('entry.shutWhy')} action={<LinkButton to={back.to}>{back.label}</LinkButton>} /></Page>;
        return (
          <Page title={t('entry.title')} kicker={lt(title)} lead={entryUntil && t('entry.lead', { date: d(entryUntil, 'moment') })} back={back}>
            <Loaded answer={sections}>{({ surveySections }) => <EntryForm survey={found} sections={surveySections} onEntered={() => void entries.refetch()} />}</Loaded>
            <Section title={t('entry.waiting')}>
              <Loaded answer={entries}>
                {({ deskEntries }) => <EntryList entries={deskEntries.filter(({ ballotId }) => ballotId === `survey:${id}`)} titles={new Map([[`survey:${id}`, lt(title)]])} />}
              </Loaded>
            </Section>
          </Page>
        );
      }}
    </Loaded>
  );
}

interface EntryFormProps {
  survey: ShownSurvey;
  sections: readonly ShownSection[];
  onEntered(): void;
}

/** One form, in the order and by the numbers of the printed one; what is not asked after an answer goes away. It stays in this page's memory, and only until it is sent. */
function EntryForm({ survey: { id, channels, publishesWords }, sections, onEntered }: EntryFormProps) {
  const { t, lt } = useWords('surveys');
  const [slip, setSlip] = useState({ slip: '', person: '', channel: String(channels[0] ?? '') });
  const [given, setGiven] = useState(nothingGiven);
  const [entered, setEntered] = useState<Entered | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [enter, { pending }] = useAct(EnterDocument);
  const numbers = new Map(guideOf(sections).map(({ number, question }) => [question.id, number]));
  const pages = pagesOf(sections, given);
  const send = async () => {
    const typed = slipInput(slip, channels);
    const wrong = [...(typed?.slip === '' ? [{ field: 'slip', code: 'required' }] : []), ...pages.flatMap((page) => problemsOn(page, given))];
    setProblems(wrong);
    if (!typed || wrong.length > 0) return;
    const kept = onlyAsked(sections, given);
    const answers = paperOf(sections, kept).slice(1);
    const words = Object.entries(kept.written).map(([questionId, text]) => ({ questionId, text }));
    const answer = (await enter({ input: { surveyId: id, ...typed, answers, words } }))?.enterSurvey;
    if (!answer) return;
    setEntered(answer);
    if (answer.__typename !== 'EntryKept') return;
    setSlip({ ...slip, slip: '', person: '' });
    setGiven(nothingGiven);
    toSlip();
    onEntered();
  };
  return (
    <Form words="surveys" label={t('entry.form')} problems={problems} summary="here" onSubmit={() => void send()}>
      {entered && <Notice tone={fateTone(entered)} live>{t(`entry.${fateKey(entered)}`)}</Notice>}
      <SlipFields channels={channels} value={slip} onChange={(part) => setSlip({ ...slip, ...part })} />
      <Notice>{t('entry.words')}</Notice>
      {pages.map((page) => (
        <Section key={page.id} title={lt(page.title) || t('results.answers')}>
          <div className={styles.questions}>
            {page.questions.map((question) => (
              <QuestionField
                key={question.id} question={{ ...question, text: numbered(numbers.get(question.id) ?? 0, question.text) }} given={given} publishesWords={publishesWords}
                onChoose={(options) => setGiven({ ...given, chosen: { ...given.chosen, [question.id]: options } })} onWrite={(text) => setGiven({ ...given, written: { ...given.written, [question.id]: text } })}
              />
            ))}
          </div>
        </Section>
      ))}
      <FormActs>
        <Button type="submit" pending={pending}>{t('entry.enter')}</Button>
      </FormActs>
    </Form>
  );
}

const numbered = (number: number, { el, en }: ShownSection['title']) => ({ el: `${number}. ${el}`, en: `${number}. ${en || el}` });
