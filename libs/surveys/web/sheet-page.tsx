import { type GuideLine, guideOf, noOpinion, optionIds, steps } from '@isegoria/surveys/contracts';
import { Button, Empty, LinkButton, Loaded, Page, PlainText, useGraph, useWords } from '@isegoria/ui/web';
import { useParams } from 'react-router';
import { SectionsDocument, type ShownQuestion, type ShownSection, type ShownSurvey, SurveyDocument } from './documents';
import { optionText } from './option-text';
import styles from './sheet-page.module.css';
import { useAsked } from './use-asked';

/** So many lines to write on. */
const lines = 6;

/** The questionnaire on paper, in large print: boxes to tick, the way through the questions in words, where it is handed in, and how nobody learns who answered what. */
export function Component() {
  const { id = '' } = useParams();
  const { t } = useWords('surveys');
  const survey = useGraph(SurveyDocument, { id });
  const sections = useGraph(SectionsDocument, { id });
  const back = { to: `/surveys/${id}`, label: t('answer.toSurvey') };
  return (
    <Loaded answer={survey}>
      {({ survey: found }) =>
        found && found.channels.length > 0 ? (
          <Loaded answer={sections}>{({ surveySections }) => <Sheet survey={found} sections={surveySections} />}</Loaded>
        ) : (
          <Page title={t('sheet.missing')} back={back}>
            <Empty title={t('sheet.missingWhy')} action={<LinkButton to={back.to}>{back.label}</LinkButton>} />
          </Page>
        )
      }
    </Loaded>
  );
}

function Sheet({ survey, sections }: { survey: ShownSurvey; sections: readonly ShownSection[] }) {
  const { t, lt, lang, d } = useWords('surveys');
  const { id, title, purpose, use, department, handIn, closesAt, minutes } = survey;
  const asked = useAsked(survey);
  const guide = guideOf(sections);
  return (
    <Page title={lt(title)} lang={lang(title)} back={{ to: `/surveys/${id}`, label: t('answer.toSurvey') }}>
      <div className="no-print">
        <p className={styles.about}>{t('sheet.about')}</p>
        <Button onClick={() => window.print()}>{t('sheet.print')}</Button>
      </div>
      <div className={styles.sheet}>
        {department && <p>{lt(department.name)}</p>}
        <p className={styles.serial}>{t('sheet.serial')} <span className={styles.blank} aria-hidden /></p>
        <div lang={lang(purpose)}><PlainText text={lt(purpose)} /></div>
        <h2>{t('page.use')}</h2>
        <div lang={lang(use)}><PlainText text={lt(use)} /></div>
        <h2>{t('sheet.first')}</h2>
        <ul className={styles.facts}>
          <li>{t('sheet.asked', { who: asked.join(' · ') })}</li>
          <li>{t('sheet.size', { count: minutes })}</li>
          {closesAt && <li><b>{t('sheet.until', { date: d(closesAt, 'moment') })}</b></li>}
          {lt(handIn) && <li lang={lang(handIn)}>{lt(handIn)}</li>}
          <li>{t('sheet.secret')}</li>
        </ul>
        {sections.map((section) => (
          <section key={section.id} className={styles.section}>
            {lt(section.title) && <h2 lang={lang(section.title)}>{lt(section.title)}</h2>}
            {lt(section.note) && <p lang={lang(section.note)}>{lt(section.note)}</p>}
            {guide.filter(({ question }) => section.questions.some((one) => one.id === question.id)).map((line) => <SheetQuestion key={line.question.id} line={line} guide={guide} publishesWords={survey.publishesWords} />)}
          </section>
        ))}
        <section className={styles.end}>
          <h2>{t('sheet.end')}</h2>
          {closesAt && <p>{t('sheet.until', { date: d(closesAt, 'moment') })}</p>}
          {lt(handIn) && <p lang={lang(handIn)}>{lt(handIn)}</p>}
          <p>{t('sheet.online', { address: `${window.location.host}/surveys/${id}` })}</p>
        </section>
        <section className={styles.stub}>
          <h2>{t('sheet.stub')}</h2>
          <p>{t('sheet.stubWhy')}</p>
          <p className={styles.serial}>{t('sheet.serial')} <span className={styles.blank} aria-hidden /></p>
          <p className={styles.serial}>{t('sheet.person')} <span className={styles.blank} aria-hidden /></p>
        </section>
      </div>
    </Page>
  );
}

interface SheetQuestionProps {
  line: GuideLine<ShownQuestion>;
  guide: readonly GuideLine<ShownQuestion>[];
  publishesWords: boolean;
}

/** A question with its number, of whom it is asked, how it is answered, and room for the answer. */
function SheetQuestion({ line: { number, question, only, otherwise }, guide, publishesWords }: SheetQuestionProps) {
  const words = useWords('surveys');
  const { t, lt, lang } = words;
  const { form, text, hint, isRequired, hasNoOpinion, most, options } = question;
  const earlier = only && guide[only.number - 1]?.question;
  const names = earlier && only.optionIds.map((one) => `«${optionText(earlier, one, words)}»`).join(t('sheet.or'));
  const isWritten = form === 'words' || options.some(({ isOther }) => isOther);
  return (
    <div className={styles.item}>
      {only && names && (
        <p className={styles.way}>
          {t('sheet.only', { number: only.number, answers: names })} {otherwise === null ? t('sheet.elseEnd') : t('sheet.else', { number: otherwise })}
        </p>
      )}
      <h3 lang={lang(text)}>{number}. {lt(text)}</h3>
      <p className={styles.how}>
        {isRequired && <b>{t('sheet.required')} </b>}
        {t(`sheet.how.${form}`, { count: most ?? options.length })} {hasNoOpinion && form === 'several' && `${t('sheet.alone')} `}{lt(hint) && <span lang={lang(hint)}>{lt(hint)}</span>}
        {isWritten && ` ${t(publishesWords ? 'sheet.wordsPublic' : 'sheet.wordsKept')}`}
      </p>
      {form === 'words' ? <Lines count={lines} /> : <Boxes question={question} />}
    </div>
  );
}

/** A box for each answer: of a scale in one row between the words of its ends; of an order to write its place into. */
function Boxes({ question }: { question: ShownQuestion }) {
  const words = useWords('surveys');
  const { form, options } = question;
  const isScale = form === 'scale';
  const text = (id: string) => options.find((one) => one.id === id)?.text;
  const [lowest, highest] = [text('1'), text('5')];
  const shown = optionIds(question).filter((id) => !isScale || id === noOpinion);
  return (
    <>
      {isScale && (
        <p className={styles.scale}>
          {lowest && <span>{words.lt(lowest)}</span>}
          {steps.map((step) => <span key={step} className={styles.step}><span className={styles.box} aria-hidden />{step}</span>)}
          {highest && <span>{words.lt(highest)}</span>}
        </p>
      )}
      <ul role="list" className={styles.options}>
        {shown.map((id) => (
          <li key={id}>
            <span className={form === 'ranking' ? styles.place : styles.box} aria-hidden />
            <span>{optionText(question, id, words)}{options.some((one) => one.id === id && one.isOther) && <Lines count={1} />}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Lines({ count }: { count: number }) {
  return <span className={styles.lines} aria-hidden>{Array.from({ length: count }, (_, at) => <span key={at} />)}</span>;
}
