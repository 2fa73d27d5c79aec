import { findings, wordInput, wordLimits } from '@isegoria/integrity/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Button, Form, FormActs, Notice, RadioGroup, TextArea, useAct, useFate, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { type ShownSign, SignDocument, SignsDocument, TellDocument, ToldDocument } from './documents';

/** For moderators and administrators: what was looked into and found. It becomes the newest word; the former ones stay. */
export function TellForm({ sign: { id, words } }: { sign: ShownSign }) {
  const { t } = useWords('integrity');
  const { problems, setProblems, refused, take } = useFate('integrity');
  const [typed, setTyped] = useState({ finding: '', text: '' });
  const [tell, { pending }] = useAct(TellDocument, { refresh: [SignDocument, SignsDocument, ToldDocument] });
  const send = async () => {
    const finding = findings.find((one) => one === typed.finding);
    const wrong = problemsOf(wordInput, typed);
    setProblems(wrong);
    if (!finding || wrong.length > 0) return;
    const answer = await tell({ id, revision: words[0]?.revision ?? 0, finding, text: typed.text });
    if (take(answer?.tellOfSign, t('word.saved'))) setTyped({ finding: '', text: '' });
  };
  return (
    <Form words="integrity" summary="here" label={t('word.act')} problems={problems} onSubmit={() => void send()}>
      <RadioGroup name="finding" label={t('field.finding')} value={typed.finding} onChange={(finding) => setTyped({ ...typed, finding })} choices={findings.map((value) => ({ value, label: t(`finding.${value}`) }))} />
      <TextArea name="text" rows={4} label={t('field.text')} hint={t('word.help')} limit={wordLimits.text} value={typed.text} onChange={(text) => setTyped({ ...typed, text })} />
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs>
        <Button type="submit" pending={pending}>{t('word.save')}</Button>
      </FormActs>
    </Form>
  );
}
