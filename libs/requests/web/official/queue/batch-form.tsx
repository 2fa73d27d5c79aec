import { isEnded, requestLimits as limits, requestSteps } from '@isegoria/requests/contracts';
import { announce, Button, Card, Form, FormActs, Notice, type Problem, useAct, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { type DeskRequest, QueueDocument, StepAllDocument } from '../documents';
import { refusalText } from '../refusal-text';
import { StepFields } from '../step-fields';
import { fieldsOf, inputOf, noStep, problemsIn, type TypedStep } from '../typed-step';

interface BatchFormProps {
  chosen: readonly DeskRequest[];
  onDone(): void;
}

/** The same step, with the same words, for all that were chosen: only what each of them may take is offered. */
export function BatchForm({ chosen, onDone }: BatchFormProps) {
  const words = useWords('requests');
  const { t } = words;
  const [typed, setTyped] = useState<TypedStep>(noStep);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [left, setLeft] = useState<readonly { id: string; reason: string }[]>([]);
  const [take, { pending }] = useAct(StepAllDocument, { refresh: [QueueDocument] });
  const steps = requestSteps.filter((one) => chosen.every(({ desk }) => desk?.steps.includes(one)));
  const step = steps.find((one) => one === typed.step) ?? '';
  if (chosen.length > limits.atOnce) return <Notice tone="warning">{t('queue.tooMany', { count: limits.atOnce })}</Notice>;
  if (steps.length === 0) return <Notice tone="info">{t(chosen.some(({ status }) => isEnded(status)) ? 'queue.noneEnded' : 'queue.none')}</Notice>;

  const send = async () => {
    if (step === '') return setProblems([{ field: 'step', code: 'required' }]);
    const fields = fieldsOf({ ...typed, step, pictures: [] });
    const wrong = problemsIn(fields);
    setProblems(wrong);
    if (wrong.length > 0) return;
    const result = (await take({ seen: chosen.map(({ id, revision }) => ({ id, revision })), input: inputOf(fields) }))?.stepRequests;
    if (!result) return;
    if (result.__typename === 'Invalid') return setProblems(result.problems);
    if (result.__typename === 'NotAllowed') return setLeft([{ id: '', reason: result.reason }]);
    announce(t('queue.done', { count: result.changed.length }));
    setLeft(result.left);
    if (result.left.length === 0) onDone();
  };
  return (
    <Card title={t('queue.together', { count: chosen.length })} edge="aegean">
      <Form words="requests" summary="here" label={t('queue.together', { count: chosen.length })} problems={problems} onSubmit={() => void send()}>
        <StepFields steps={steps} typed={{ ...typed, step }} change={(part) => setTyped((before) => ({ ...before, ...(typeof part === 'function' ? part(before) : part) }))} />
        {left.length > 0 && (
          <Notice tone="problem" live title={t('queue.left', { count: left.length })}>
            <ul>
              {left.map(({ id, reason }) => (
                <li key={id}>{id && t('list.number', { id })} {refusalText(words, reason)}</li>
              ))}
            </ul>
          </Notice>
        )}
        <FormActs>
          <Button type="submit" pending={pending}>{t('queue.send', { count: chosen.length })}</Button>
          <Button variant="quiet" onClick={onDone}>{t('queue.clear')}</Button>
        </FormActs>
      </Form>
    </Card>
  );
}
