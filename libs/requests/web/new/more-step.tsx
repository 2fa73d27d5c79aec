import { PictureInput } from '@isegoria/files/web';
import { SignInLink, useMe } from '@isegoria/identity/web';
import { requestLimits } from '@isegoria/requests/contracts';
import { Button, Checkbox, Form, FormActs, Page, type Problem, TextArea, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import styles from './new.module.css';
import type { StepProps } from './new-page';
import { OfflineNote } from './offline-note';
import { QuestionFields } from './question-fields';
import { StepOf } from './step-of';

/** A picture, what the crew must know, and words: nothing of it has to be, but what the service asks for. */
export function MoreStep({ service, report, change, problems, startAt, onNext, onBack }: StepProps & { startAt: string | null; onBack(): void }) {
  const { t } = useWords('requests');
  const { me, pending } = useMe();
  const [uploading, setUploading] = useState(false);
  const [waited, setWaited] = useState(false);
  const pictureProblem: Problem[] = waited && uploading ? [{ field: 'pictures', code: 'pending' }] : [];
  const next = () => {
    setWaited(uploading);
    if (!uploading) onNext();
  };
  return (
    <Page step="more" kicker={<StepOf step="more" />} title={t('new.more')} lead={t('new.moreLead')}>
      <OfflineNote />
      <Form words="requests" problems={pictureProblem.length > 0 ? pictureProblem : problems} startAt={startAt} onSubmit={next}>
        {me === null && !pending ? (
          <div className={styles.signIn}>
            <p>{t('new.picturesSignIn')}</p>
            <SignInLink plain />
          </div>
        ) : (
          <PictureInput
            name="pictures" optional label={t('field.pictures')} hint={t('new.picturesHint')} most={requestLimits.pictures} value={report.pictures} onPending={setUploading}
            onChange={(pictures) => change((before) => ({ pictures: pictures(before.pictures) }))}
          />
        )}
        <QuestionFields questions={service.questions} answers={report.answers} onAnswer={(id, values) => change((before) => ({ answers: { ...before.answers, [id]: values } }))} />
        <TextArea name="text" optional label={t('field.text')} hint={t('new.textHint')} rows={4} limit={requestLimits.text} value={report.text} onChange={(text) => change({ text })} />
        {!service.isPrivate && <Checkbox name="isNamed" label={t('field.isNamed')} hint={t('new.isNamedHint')} checked={report.isNamed} onChange={(isNamed) => change({ isNamed })} />}
        <FormActs>
          <Button type="submit">{t('new.next')}</Button>
          <Button variant="quiet" onClick={onBack}>{t('new.back')}</Button>
        </FormActs>
      </Form>
    </Page>
  );
}
