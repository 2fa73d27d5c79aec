import { choiceLimits, choiceSchema, linkedSubject, newChoiceSchema } from '@isegoria/evaluations/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { announce, BothLanguages, Button, Form, FormActs, Notice, NotSaved, type Problem, TextArea, useAct, useEdited, useWords, type WordsOfSlice } from '@isegoria/ui/web';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { ActsField, type ChosenAct } from './acts-field';
import { ChoiceDocument, ChoicesDocument, SaveChoiceDocument, type ChoiceOnPage } from './choice-documents';
import { titleOf } from '../titles';

interface Typed {
  /** The revision that is changed; null for a new choice. */
  revision: number | null;
  title: { el: string; en: string };
  text: { el: string; en: string };
  /** Addresses of pages, one a line. */
  links: string;
  acts: ChosenAct[];
}

/** The words of a choice, the acts that it consists of, and the pages that it answers. */
export function ChoiceForm({ choice, search }: { choice: ChoiceOnPage | null; search: string }) {
  const words = useWords('evaluations');
  const { t, has } = words;
  const navigate = useNavigate();
  const asItIs = useMemo(() => typedOf(choice, words), [choice, words]);
  const { typed, isOvertaken, change, forget } = useEdited(`choice:${choice?.id ?? 'new'}`, { start: asItIs, stands: choice });
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [save, { pending }] = useAct(SaveChoiceDocument, { refresh: [ChoiceDocument, ChoicesDocument] });

  const startAnew = () => {
    forget();
    setRefused(null);
  };
  const send = async () => {
    const addresses = typed.links.split('\n').filter((line) => line.trim() !== '');
    const links = addresses.map(linkedSubject);
    const input = { title: typed.title, text: typed.text, actIds: typed.acts.map(({ id }) => id), links: links.filter((link) => link !== null) };
    const wrong: Problem[] = [...problemsOf(choice ? choiceSchema : newChoiceSchema, input), ...(links.includes(null) ? [{ field: 'links', code: 'invalid' }] : [])];
    setProblems(wrong);
    if (wrong.length > 0) return;
    const result = (await save({ input: { id: choice?.id ?? null, revision: typed.revision, ...input } }))?.saveChoice;
    if (!result) return;
    if (result.__typename === 'Invalid') return setProblems(result.problems);
    if (result.__typename === 'ActsTaken') return setRefused('taken');
    if (result.__typename !== 'ChoiceSaved') return setRefused(result.reason);
    forget();
    announce(t('choice.saved'));
    await navigate(`/choices/${result.choice.id}`);
  };
  return (
    <Form words="evaluations" label={t('choice.new')} problems={problems} onSubmit={() => void send()}>
      <NotSaved refused={refused && t(has(`choice.refused.${refused}`) ? `choice.refused.${refused}` : 'choice.refused.other')} overtaken={isOvertaken && t('choice.refused.changed')} onAnew={startAnew} />
      <BothLanguages name="title" label={t('field.title')} labelEn={t('field.titleEn')} hint={t('choice.titleHint')} value={typed.title} onChange={(title) => change({ title })} />
      <BothLanguages name="text" label={t('field.text')} labelEn={t('field.textEn')} hint={t('choice.textHint')} rows={4} limit={choiceLimits.text} value={typed.text} onChange={(text) => change({ text })} />
      <ActsField chosen={typed.acts} search={search} ownId={choice?.id ?? null} onChange={(acts) => change({ acts })} />
      <TextArea name="links" optional label={t('field.links')} hint={t('choice.linksHint')} rows={3} value={typed.links} onChange={(links) => change({ links })} />
      {choice && typed.acts.length === 0 && <Notice tone="warning">{t('choice.willDissolve')}</Notice>}
      <FormActs>
        <Button type="submit" pending={pending}>
          {t(choice && typed.acts.length === 0 ? 'choice.dissolve' : 'choice.save')}
        </Button>
      </FormActs>
    </Form>
  );
}

const typedOf = (choice: ChoiceOnPage | null, words: WordsOfSlice): Typed => ({
  revision: choice?.revision ?? null,
  title: choice?.title ?? { el: '', en: '' },
  text: choice?.text ?? { el: '', en: '' },
  links: (choice?.links ?? []).map(({ path }) => path).join('\n'),
  acts: (choice?.acts ?? []).map((act) => ({ id: act.id, title: titleOf(act, words), ada: act.ada })),
});
