import { RefusalNotice, ResendConfirmation, useMe } from '@isegoria/identity/web';
import { useCity } from '@isegoria/organisation/web';
import { askToSignIn, Button, cx, Facts, FormActs, Notice, Page, type Problem, useAct, useOnline, useWords, VisuallyHidden } from '@isegoria/ui/web';
import { type ReactNode, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { MyRequestsDocument, RequestsDocument, type Service, SubmitRequestDocument } from '../documents';
import { asLabel } from '../standing';
import styles from './new.module.css';
import { OfflineNote } from './offline-note';
import { StepOf } from './step-of';
import type { StepProps } from './new-page';
import { fieldOf, inputOf, problemsIn, type Report, type StepName, stepOf } from './use-report';

interface CheckStepProps extends StepProps {
  onBack(to: StepName, how: { found?: readonly Problem[]; field?: string }): void;
  onSent(): void;
}

/** All of it once more before it goes. Each line leads back to where it was said. */
export function CheckStep({ service, report, onBack, onSent }: CheckStepProps) {
  const { t, lt, has, rich } = useWords('requests');
  const navigate = useNavigate();
  const { me, pending: coming } = useMe();
  const isOnline = useOnline();
  const [submit, { pending }] = useAct(SubmitRequestDocument, { refresh: [MyRequestsDocument, RequestsDocument] });
  const [refused, setRefused] = useState<string | null>(null);

  const backWith = (problems: readonly Problem[]) => {
    const found = problems.map((problem) => ({ ...problem, field: fieldOf(problem.field) }));
    const to = stepOf(found[0]?.field ?? '');
    onBack(to, { found: found.filter(({ field }) => stepOf(field) === to) });
  };
  // A double press comes again before the page has turned: once it is sent, it stays sent.
  const underway = useRef(false);
  const send = async () => {
    if (underway.current) return;
    underway.current = true;
    underway.current = await isSent();
  };
  const isSent = async (): Promise<boolean> => {
    const missing = problemsIn(report, service);
    if (missing.length > 0) backWith(missing);
    else if (!me) askToSignIn();
    if (missing.length > 0 || !me) return false;
    setRefused(null);
    const data = (await submit({ input: inputOf(report, service), nonce: report.nonce }))?.submitRequest;
    if (!data) return false;
    if (data.__typename === 'RequestSubmitted') {
      await navigate(`/requests/${data.request.id}/sent`, { replace: true });
      onSent();
      return true;
    }
    if (data.__typename === 'Invalid') backWith(data.problems);
    else setRefused(data.__typename === 'TooMany' ? 'tooMany' : data.reason);
    return false;
  };
  return (
    <Page step="check" kicker={<StepOf step="check" />} title={t('check.title')} lead={t(service.isPrivate ? 'check.leadPrivate' : service.waits ? 'check.leadWaits' : 'check.lead', { department: lt(service.department.name) })}>
      <OfflineNote />
      {refused && <RefusalNotice>{has(`refused.${refused}`) ? t(`refused.${refused}`) : t('check.refused')}</RefusalNotice>}
      <Facts facts={useAnswers(report, service, (step, field) => onBack(step, { field }))} />
      {!service.isPrivate && <p>{rich('check.rules', { code: (label) => <Link to="/code-of-conduct">{label}</Link> })}</p>}
      {isOnline && me === null && !coming && <Notice title={t('check.signInTitle')}>{t('check.signIn')}</Notice>}
      {me?.confirmed === false && (
        <>
          <Notice tone="warning">{t('check.unconfirmed')}</Notice>
          <ResendConfirmation />
        </>
      )}
      {isOnline && (
        <FormActs>
          <Button pending={pending || coming} onClick={() => void send()}>{t(me === null && !coming ? 'check.signInAndSend' : 'check.send')}</Button>
        </FormActs>
      )}
    </Page>
  );
}

function useAnswers({ place, text, answers, pictures, isNamed }: Report, service: Service, back: (step: StepName, field: string) => void) {
  const { t, lt } = useWords('requests');
  const { districtName } = useCity();
  const { me } = useMe();
  const fact = (step: StepName, field: string, label: string, value: ReactNode) => ({
    label,
    value: (
      <>
        <span className={cx(value ? styles.value : styles.quiet, field === 'text' && styles.long)}>{value || t('check.none')}</span>{' '}
        <Button variant="quiet" onClick={() => back(step, field)}>
          {t('check.change')} <VisuallyHidden>{t('check.changeOf', { field: label })}</VisuallyHidden>
        </Button>
      </>
    ),
  });
  const answered = ({ id, choices }: Service['questions'][number]) => (answers[id] ?? []).map((value) => lt(choices.find((choice) => choice.id === value)?.name ?? { el: value, en: value })).join(', ');
  const thumbs = pictures.length > 0 && (
    <span className={styles.thumbs}>
      {pictures.map(({ id, thumbnailUrl, alt }) => (
        <img key={id} src={thumbnailUrl} alt={alt || t('page.picture')} />
      ))}
    </span>
  );
  return [
    fact('what', 'serviceId', t('field.serviceId'), lt(service.name)),
    fact('where', 'place', t('field.place'), [place?.label.trim(), districtName(place?.districtId)].filter(Boolean).join(', ')),
    fact('more', 'pictures', t('field.pictures'), thumbs),
    ...service.questions.map((question) => fact('more', `answers.${question.id}`, asLabel(lt(question.text)), answered(question))),
    fact('more', 'text', t('field.text'), text.trim()),
    ...(service.isPrivate ? [] : [fact('more', 'isNamed', t('field.isNamedShort'), isNamed ? (me?.name ?? t('check.named')) : t('check.unnamed'))]),
  ];
}
