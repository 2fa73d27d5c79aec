import { minutesForm } from '@isegoria/insights/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { announce, Button, Form, FormActs, type Problem, TextField, useAct, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { SetMinutesMutation, SittingQuery, type Sitting } from './documents';

/** Of a sitting that has met: where its minutes are read, and for its clerk the place to say so. */
export function Minutes({ sitting: { id, status, minutesUrl, mayManage } }: { sitting: Sitting }) {
  const { t } = useWords('insights');
  if (status !== 'closed') return null;
  return (
    <>
      {minutesUrl && (
        <p>
          <a href={minutesUrl} rel="noreferrer external">
            {t('minutes.read')}
          </a>
        </p>
      )}
      {mayManage && <MinutesForm key={minutesUrl} id={id} known={minutesUrl ?? ''} />}
    </>
  );
}

function MinutesForm({ id, known }: { id: string; known: string }) {
  const { t } = useWords('insights');
  const [url, setUrl] = useState(known);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [save, { pending }] = useAct(SetMinutesMutation, { refresh: [SittingQuery] });
  const send = async () => {
    const wrong = problemsOf(minutesForm, { url });
    setProblems(wrong);
    const answer = wrong.length === 0 ? (await save({ id, url }))?.setMinutes : null;
    if (answer?.__typename === 'Invalid') setProblems(answer.problems);
    if (answer?.__typename === 'SittingSaved') announce(t('minutes.saved'));
  };
  return (
    <div className="no-print">
      <Form words="insights" label={t('minutes.label')} problems={problems} summary="here" onSubmit={() => void send()}>
        <TextField name="url" type="url" optional label={t('minutes.label')} hint={t('minutes.hint')} spellCheck={false} value={url} onChange={setUrl} />
        <FormActs>
          <Button type="submit" variant="secondary" pending={pending}>
            {t('minutes.save')}
          </Button>
        </FormActs>
      </Form>
    </div>
  );
}
