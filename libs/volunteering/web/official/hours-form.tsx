import { problemsOf } from '@isegoria/kernel/contracts';
import { Button, Disclosure, Form, FormActs, Notice, TextField, useAct, useFate, useWords, VisuallyHidden } from '@isegoria/ui/web';
import { markInput } from '@isegoria/volunteering/contracts';
import { useState } from 'react';
import { CallDocument, MarkDocument, OffersDocument } from '../documents';
import { minutesOfHours } from '../when';

interface HoursFormProps {
  offerId: string;
  name: string;
  minutes: number;
}

/** Who came later or left earlier gave other hours than the shift has: the certificate says theirs. */
export function HoursForm({ offerId, name, minutes }: HoursFormProps) {
  const { t } = useWords('volunteering');
  const { problems, setProblems, refused, take } = useFate('volunteering');
  const [hours, setHours] = useState(String(minutes / 60).replace('.', ','));
  const [mark, { pending }] = useAct(MarkDocument, { refresh: [OffersDocument, CallDocument] });
  const send = async () => {
    const given = minutesOfHours(hours);
    const wrong = problemsOf(markInput, { minutes: given });
    setProblems(wrong);
    if (wrong.length === 0) take((await mark({ offerId, came: true, minutes: given }))?.markVolunteer, t('people.hoursSaved', { name }));
  };
  return (
    <Disclosure label={<>{t('people.hours')} <VisuallyHidden>{name}</VisuallyHidden></>}>
      <Form words="volunteering" summary="here" label={t('people.hours')} problems={problems} onSubmit={() => void send()}>
        <TextField name="minutes" width="short" inputMode="decimal" label={t('field.minutes')} hint={t('people.hoursHint')} value={hours} onChange={setHours} />
        {refused && <Notice tone="problem" live>{refused}</Notice>}
        <FormActs><Button type="submit" variant="secondary" pending={pending} label={t('people.hoursSave', { name })}>{t('people.save')}</Button></FormActs>
      </Form>
    </Disclosure>
  );
}
