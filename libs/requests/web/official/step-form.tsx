import { announce, Button, Form, FormActs, Notice, type Problem, useAct, useKept, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { type DeskRequest, DeskDocument, QueueDocument, StepDocument } from './documents';
import { refusalText } from './refusal-text';
import { StepFields } from './step-fields';
import { fieldsOf, inputOf, noStep, problemsIn, type TypedStep } from './typed-step';

/** The department's next step. What is typed stays while somebody else changes the request: whoever sends then has seen what stands above. */
export function StepForm({ request, onDone }: { request: DeskRequest; onDone(): void }) {
  const words = useWords('requests');
  const { t } = words;
  const { id, revision, desk } = request;
  const [typed, setTyped, forget] = useKept<TypedStep>(`request:step:${id}`, noStep);
  const [begunAt, setBegunAt] = useState(revision);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [isUploading, setUploading] = useState(false);
  const [take, { pending }] = useAct(StepDocument, { refresh: [QueueDocument, DeskDocument] });
  const steps = desk?.steps ?? [];
  const step = steps.find((one) => one === typed.step) ?? '';

  const send = async () => {
    setRefused(null);
    if (step === '') return setProblems([{ field: 'step', code: 'required' }]);
    const fields = fieldsOf({ ...typed, step });
    const wrong = [...(isUploading ? [{ field: 'pictures', code: 'pending' }] : []), ...problemsIn(fields)];
    setProblems(wrong);
    if (wrong.length > 0) return;
    const result = (await take({ seen: { id, revision }, input: inputOf(fields) }))?.stepRequest;
    if (!result) return;
    if (result.__typename === 'Invalid') return setProblems(result.problems);
    if (result.__typename === 'RequestOvertaken') return onDone();
    if ('reason' in result) return setRefused(refusalText(words, result.reason));
    setBegunAt(revision + 1);
    forget();
    announce(t('desk.done'));
    onDone();
  };
  return (
    <Form words="requests" summary="here" label={t('desk.step')} problems={problems} onSubmit={() => void send()}>
      {revision > begunAt && typed.step !== '' && <Notice tone="warning" live title={t('desk.overtaken')}>{t('desk.overtakenHint', { status: t(`status.${request.status}`) })}</Notice>}
      <StepFields steps={steps} typed={{ ...typed, step }} change={(part) => setTyped((before) => ({ ...before, ...(typeof part === 'function' ? part(before) : part) }))} request={request} onPending={setUploading} />
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs>
        <Button type="submit" pending={pending}>{t('desk.send')}</Button>
      </FormActs>
    </Form>
  );
}
