import { useState } from 'react';
import { Button, Notice, useAct, useWords } from '@isegoria/ui/web';
import { ResendConfirmation as ResendDocument } from './documents';

/** The letter with the link once more, and what became of it. */
export function ResendConfirmation() {
  const { t } = useWords('identity');
  const [said, setSaid] = useState<{ tone: 'done' | 'problem'; text: string } | null>(null);
  const [resend, { pending }] = useAct(ResendDocument);
  const press = async () => {
    setSaid(null);
    const outcome = (await resend({}))?.resendConfirmation;
    if (!outcome) return;
    setSaid(outcome.__typename === 'LetterSent' ? { tone: 'done', text: t('account.resent', { email: outcome.email }) } : { tone: 'problem', text: t('tooManyLetters') });
  };
  return (
    <>
      {said && (
        <Notice tone={said.tone} live>
          {said.text}
        </Notice>
      )}
      <p>
        <Button variant="secondary" pending={pending} onClick={() => void press()}>
          {t('account.resend')}
        </Button>
      </p>
    </>
  );
}
