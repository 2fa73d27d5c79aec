import { type ReactNode, useState } from 'react';
import { announce, BothLanguages, Button, Form, FormActs, Notice, type Problem, useRefresh, useWords } from '@isegoria/ui/web';
import type { Localized } from '@isegoria/kernel/contracts';
import { CityQuery } from './use-city';

/** What the server says to a change of the city. */
export type Answer = { __typename: 'City' } | { __typename: 'Invalid'; problems: readonly Problem[] } | { __typename: 'NotAllowed' } | { __typename: 'NotFound'; reason: string };

interface SaveFormProps {
  title: string;
  name: Localized;
  onName(name: Localized): void;
  /** What is wrong before it is sent. */
  check(): Problem[];
  /** Null where it did not go through; the shell has said why. */
  send(): Promise<Answer | null>;
  pending: boolean;
  onClose(): void;
  children?: ReactNode;
}

/** The form of one of the city's parts: both names, what else it has, save or leave. */
export function SaveForm({ title, name, onName, check, send, pending, onClose, children }: SaveFormProps) {
  const { t, locale } = useWords('organisation');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isGone, setGone] = useState(false);
  const refresh = useRefresh();
  const save = async () => {
    const wrong = check();
    setProblems(wrong);
    const answer = wrong.length === 0 ? await send() : null;
    if (answer?.__typename === 'Invalid') setProblems(answer.problems);
    setGone(answer?.__typename === 'NotFound');
    if (answer?.__typename !== 'City') return;
    await refresh(CityQuery);
    announce(t('admin.saved', { name: name[locale] }));
    onClose();
  };
  return (
    <Form words="organisation" label={title} summary="here" problems={problems} onSubmit={() => void save()}>
      {isGone && <Notice tone="problem" live title={t('admin.gone')} />}
      <BothLanguages name="name" label={t('field.name.el')} labelEn={t('field.name.en')} needsEnglish value={name} onChange={onName} />
      {children}
      <FormActs>
        <Button type="submit" pending={pending}>
          {t('admin.save')}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {t('admin.cancel')}
        </Button>
      </FormActs>
    </Form>
  );
}
