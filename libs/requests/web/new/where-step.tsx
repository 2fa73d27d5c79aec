import { PlaceInput } from '@isegoria/organisation/web';
import { Button, Form, FormActs, Notice, Page, useWords } from '@isegoria/ui/web';
import { Nearby } from './nearby';
import type { StepProps } from './new-page';
import { OfflineNote } from './offline-note';
import { StepOf } from './step-of';

/** Where it is; and, once that is known, those nearby that may be the same. What cannot wait for a form is told first. */
export function WhereStep({ service, report, change, problems, startAt, onNext, onChooseAnother }: StepProps & { startAt: string | null; onChooseAnother(): void }) {
  const { t, lt } = useWords('requests');
  const { place } = report;
  return (
    <Page step="where" title={t('new.where')} kicker={<Chosen name={lt(service.name)} onChooseAnother={onChooseAnother} />}>
      <OfflineNote />
      {lt(service.notice) && <Notice tone="warning" title={t('new.noticeTitle')}>{lt(service.notice)}</Notice>}
      {service.isPrivate && <Notice title={t('new.privateTitle')}>{t('new.private', { department: lt(service.department.name) })}</Notice>}
      <Form words="requests" problems={problems} startAt={startAt} onSubmit={onNext}>
        <PlaceInput name="place" here label={t('field.place')} hint={t('new.placeHint')} value={place} onChange={(to) => change((before) => ({ place: to(before.place) }))} />
        {place && place.lat !== null && place.lng !== null && !service.isPrivate && <Nearby serviceId={service.id} lat={place.lat} lng={place.lng} />}
        <FormActs>
          <Button type="submit">{t('new.next')}</Button>
        </FormActs>
      </Form>
    </Page>
  );
}

function Chosen({ name, onChooseAnother }: { name: string; onChooseAnother(): void }) {
  const { t } = useWords('requests');
  return (
    <>
      <StepOf step="where" />
      <strong>{name}</strong>
      <Button variant="quiet" onClick={onChooseAnother}>{t('new.another')}</Button>
    </>
  );
}
