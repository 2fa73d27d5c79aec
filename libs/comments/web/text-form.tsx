import { useState } from 'react';
import { commentLimits, editSchema } from '@isegoria/comments/contracts';
import { RefusalNotice } from '@isegoria/identity/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Button, Form, FormActs, type Problem, TextArea } from '@isegoria/ui/web';
import { useWords } from '@isegoria/ui/web';

export interface TextFormProps {
  label: string;
  send: string;
  value: string;
  pending: boolean;
  onChange(text: string): void;
  /** Answers what was wrong, or a sentence, or null when it went through. */
  onSend(text: string): Promise<readonly Problem[] | string | null>;
  onCancel(): void;
}

/** A small form of one text: a reply, a correction. */
export function TextForm({ label, send, value, pending, onChange, onSend, onCancel }: TextFormProps) {
  const { t } = useWords('comments');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const submit = async () => {
    const wrong = problemsOf(editSchema, { text: value });
    setProblems(wrong);
    if (wrong.length > 0) return;
    const answer = await onSend(value);
    setRefused(typeof answer === 'string' ? answer : null);
    if (answer && typeof answer !== 'string') setProblems(answer);
  };
  return (
    <Form words="comments" problems={problems} summary="here" onSubmit={() => void submit()}>
      <TextArea name="text" label={label} limit={commentLimits.text} rows={3} value={value} onChange={onChange} />
      {refused && <RefusalNotice>{refused}</RefusalNotice>}
      <FormActs>
        <Button type="submit" pending={pending}>
          {send}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {t('act.cancel')}
        </Button>
      </FormActs>
    </Form>
  );
}
