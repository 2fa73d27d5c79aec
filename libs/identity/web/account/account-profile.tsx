import { useState } from 'react';
import { profileForm } from '@isegoria/identity/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { announce, Button, Card, Form, FormActs, Notice, RadioGroup, TextField, useAct, useWords } from '@isegoria/ui/web';
import { DistrictSelect } from '../district-select';
import { UpdateProfile } from '../documents';
import { type Me, MeQuery } from '../use-me';

/** Name, neighbourhood and the language of mails. */
export function ProfilePart({ me }: { me: Me }) {
  const { t } = useWords('identity');
  const [typed, setTyped] = useState({ name: me.name, districtId: me.districtId ?? '', locale: me.locale });
  const [problems, setProblems] = useState<{ field: string; code: string; limit?: number | null }[]>([]);
  const [saved, setSaved] = useState(false);
  const [update, { pending }] = useAct(UpdateProfile, { refresh: [MeQuery] });
  const submit = async () => {
    const input = { ...typed, districtId: typed.districtId || null };
    const wrong = problemsOf(profileForm, input);
    setProblems(wrong);
    setSaved(false);
    const answer = wrong.length === 0 && (await update({ input }));
    if (!answer) return;
    if (answer.updateProfile.__typename === 'Invalid') return setProblems(answer.updateProfile.problems);
    setSaved(true);
    announce(t('account.saved'));
  };
  const locales = (['el', 'en'] as const).map((value) => ({ value, label: t(`locale.${value}`) }));
  return (
    <Card title={t('account.profile')} note={me.hasPassword ? undefined : me.email}>
      <Form words="identity" problems={problems} onSubmit={() => void submit()}>
        <TextField name="name" label={t('field.name')} hint={t('hint.name')} autoComplete="name" value={typed.name} onChange={(name) => setTyped({ ...typed, name })} />
        <DistrictSelect value={typed.districtId} onChange={(districtId) => setTyped({ ...typed, districtId })} />
        <RadioGroup name="locale" layout="row" label={t('field.locale')} choices={locales} value={typed.locale} onChange={(locale) => setTyped({ ...typed, locale })} />
        <FormActs>
          <Button type="submit" pending={pending}>
            {t('account.save')}
          </Button>
        </FormActs>
      </Form>
      {saved && <Notice tone="done">{t('account.saved')}</Notice>}
    </Card>
  );
}
