import { Button, Form, FormActs, Notice, TextField, useAct, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { Boxes, GiveShare } from '../documents';
import type { BoxOnPage } from './box-card';

/** Where a trustee gives their share, when the ballot is over. That it was taken is still said when the box opens by it. */
export function ShareForm({ box: { ballotId, state } }: { box: BoxOnPage }) {
  const { t } = useWords('votes');
  const [share, setShare] = useState('');
  const [fate, setFate] = useState<string | null>(null);
  const [give, { pending }] = useAct(GiveShare, { refresh: [Boxes] });
  const send = async () => {
    const answer = (await give({ ballotId, share: share.trim() }))?.giveShare;
    if (!answer) return;
    setFate(answer.__typename === 'NotAllowed' ? answer.reason : answer.__typename);
    if (answer.__typename === 'ShareTaken') setShare('');
  };
  return (
    <>
      {fate === 'ShareTaken' && <Notice tone="done" live>{t('boxes.share.taken')}</Notice>}
      {state === 'ready' && (
        <Form words="votes" label={t('boxes.share.title')} onSubmit={() => void send()}>
          <TextField name="share" label={t('boxes.share.label')} hint={t('boxes.share.hint')} value={share} onChange={setShare} autoComplete="off" spellCheck={false} />
          {fate && fate !== 'ShareTaken' && <Notice tone="problem" live>{t(`boxes.share.refused.${fate}`)}</Notice>}
          <FormActs>
            <Button type="submit" pending={pending}>
              {t('boxes.share.give')}
            </Button>
          </FormActs>
        </Form>
      )}
    </>
  );
}
