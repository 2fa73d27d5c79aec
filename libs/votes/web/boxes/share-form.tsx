import { announce, Button, Form, FormActs, Notice, TextField, useAct, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { Boxes, GiveShare } from '../documents';

/** Where a trustee gives their share, when the ballot is over. */
export function ShareForm({ ballotId }: { ballotId: string }) {
  const { t } = useWords('votes');
  const [share, setShare] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const [give, { pending }] = useAct(GiveShare, { refresh: [Boxes] });
  const send = async () => {
    const answer = (await give({ ballotId, share: share.trim() }))?.giveShare;
    if (!answer) return;
    const reason = answer.__typename === 'NotAllowed' ? answer.reason : answer.__typename;
    setRefused(answer.__typename === 'ShareTaken' ? null : reason);
    if (answer.__typename !== 'ShareTaken') return;
    setShare('');
    announce(t('boxes.share.taken'));
  };
  return (
    <Form words="votes" label={t('boxes.share.title')} onSubmit={() => void send()}>
      <TextField name="share" label={t('boxes.share.label')} hint={t('boxes.share.hint')} value={share} onChange={setShare} autoComplete="off" spellCheck={false} />
      {refused && <Notice tone="problem" live>{t(`boxes.share.refused.${refused}`)}</Notice>}
      <FormActs>
        <Button type="submit" pending={pending}>
          {t('boxes.share.give')}
        </Button>
      </FormActs>
    </Form>
  );
}
