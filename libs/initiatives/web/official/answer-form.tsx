import { answerInitiativeInput, initiativeLimits as limits, type InitiativeOutcome } from '@isegoria/initiatives/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Button, Form, FormActs, Notice, RadioGroup, TextArea, TextField, useAct, useFate, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { AnswerDocument, DeskDocument, InitiativeDocument, type ShownInitiative } from '../documents';

const outcomes: readonly InitiativeOutcome[] = ['accepted', 'partly', 'rejected'];

/** What the council answered, with its reasons and its act; said again, it corrects them. */
export function AnswerForm({ initiative: { id, answer } }: { initiative: ShownInitiative }) {
  const { t } = useWords('initiatives');
  const { problems, setProblems, refused, take } = useFate('initiatives');
  const [typed, setTyped] = useState({ outcome: answer?.outcome ?? '', text: answer?.text ?? '', ada: answer?.ada ?? '', url: answer?.url.startsWith('https') ? answer.url : '' });
  const [save, { pending }] = useAct(AnswerDocument, { refresh: [InitiativeDocument, DeskDocument] });
  const send = async () => {
    const outcome = outcomes.find((one) => one === typed.outcome);
    if (!outcome) return setProblems([{ field: 'outcome', code: 'required' }]);
    const input = { id, outcome, text: typed.text, ada: typed.ada.trim() || null, url: typed.url.trim() || null };
    const wrong = problemsOf(answerInitiativeInput, input);
    setProblems(wrong);
    if (wrong.length === 0) take((await save({ input }))?.answerInitiative, t('official.answered'));
  };
  return (
    <Form words="initiatives" summary="here" label={t('official.answer')} problems={problems} onSubmit={() => void send()}>
      <RadioGroup name="outcome" label={t('official.answer')} value={typed.outcome} onChange={(outcome) => setTyped({ ...typed, outcome })} choices={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))} />
      <TextArea name="text" rows={5} label={t('field.answerText')} limit={limits.words} value={typed.text} onChange={(text) => setTyped({ ...typed, text })} />
      <TextField name="ada" optional width="medium" label={t('field.ada')} value={typed.ada} onChange={(ada) => setTyped({ ...typed, ada })} />
      <TextField name="url" optional type="url" label={t('field.url')} value={typed.url} onChange={(url) => setTyped({ ...typed, url })} />
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs>
        <Button type="submit" pending={pending}>{t('official.answerAct')}</Button>
      </FormActs>
    </Form>
  );
}
