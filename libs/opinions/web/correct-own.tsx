import { useState } from 'react';
import { RefusalNotice } from '@isegoria/identity/web';
import { problemsOf, type Subject } from '@isegoria/kernel/contracts';
import { newOpinionSchema, opinionLimits } from '@isegoria/opinions/contracts';
import { announce, Button, Disclosure, Form, FormActs, type Problem, TextArea, useAct, useKept, useWords } from '@isegoria/ui/web';
import { AddOpinion, OpinionsOf, type ShownStatement } from './documents';
import { refusalWords } from './refusal-words';

interface CorrectOwnProps {
  statement: ShownStatement;
  subject: Subject;
}

/** What a moderator sent back is put right here, and waits for a moderator again. */
export function CorrectOwn({ statement: { id, text }, subject }: CorrectOwnProps) {
  const words = useWords('opinions');
  const { t } = words;
  const [first] = useState(() => ({ text, nonce: crypto.randomUUID() }));
  const [draft, keep, forget] = useKept(`opinion-corrected:${id}`, first);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [add, { pending }] = useAct(AddOpinion, { refresh: [OpinionsOf] });
  const send = async () => {
    setRefused(null);
    const wrong = problemsOf(newOpinionSchema, draft);
    setProblems(wrong);
    const answer = wrong.length === 0 && (await add({ input: { subject, ...draft, corrects: id } }))?.addOpinion;
    if (!answer) return;
    if (answer.__typename === 'Invalid') return setProblems(answer.problems);
    if (answer.__typename === 'OpinionThere') return setRefused(t('add.there'));
    if (answer.__typename !== 'OpinionSaved') return setRefused(refusalWords(words, answer));
    forget();
    announce(t('own.corrected'));
  };
  return (
    <Disclosure label={t('own.correct')}>
      <Form words="opinions" problems={problems} summary="here" label={t('own.correctOf', { text })} onSubmit={() => void send()}>
        <TextArea name="text" label={t('add.text')} hint={t('own.correctHint')} limit={opinionLimits.longest} value={draft.text} onChange={(next) => keep({ ...draft, text: next })} />
        {refused && <RefusalNotice>{refused}</RefusalNotice>}
        <FormActs>
          <Button type="submit" pending={pending}>
            {t('own.send')}
          </Button>
        </FormActs>
      </Form>
    </Disclosure>
  );
}
