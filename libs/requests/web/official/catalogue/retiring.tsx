import { announce, AskedButton, Button, Notice, useAct, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { ServicesDocument } from '../../documents';
import { RetireServiceDocument } from '../documents';
import { refusalText } from '../refusal-text';

/** Takes a service out of the catalogue, after a second thought, or brings it back. */
export function Retiring({ id, name, isRetired }: { id: string; name: string; isRetired: boolean }) {
  const words = useWords('requests');
  const { t } = words;
  const [refused, setRefused] = useState<string | null>(null);
  const [retire, { pending }] = useAct(RetireServiceDocument, { refresh: [ServicesDocument] });
  const press = async (close?: () => void) => {
    const result = (await retire({ id, isRetired: !isRetired }))?.retireRequestService;
    if (!result) return;
    close?.();
    if ('reason' in result) return setRefused(refusalText(words, result.reason));
    setRefused(null);
    announce(t(isRetired ? 'catalogue.restored' : 'catalogue.retired', { name }));
  };
  return (
    <>
      {isRetired ? (
        <Button variant="quiet" pending={pending} label={t('catalogue.restoreOf', { name })} onClick={() => void press()}>{t('catalogue.restore')}</Button>
      ) : (
        <AskedButton act={t('catalogue.retire')} label={t('catalogue.retireOf', { name })} question={t('catalogue.retireAsk', { name })} yes={t('catalogue.retireYes')} pending={pending} onYes={press}>
          <p>{t('catalogue.retireText')}</p>
        </AskedButton>
      )}
      {refused && <Notice tone="problem" live>{refused}</Notice>}
    </>
  );
}
