import { RefusalNotice, useMe } from '@isegoria/identity/web';
import { announce, askToSignIn, Button, Card, Notice, useAct, useFocusBack, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { HasRequestedDocument, RequestDocument, WeighingDocument, type WeighingOnPage } from '../documents';

/** An act that nobody opened yet: how many have asked for it, and the press that asks. */
export function RequestCard({ weighing: { subject, requests, requestsNeeded } }: { weighing: WeighingOnPage }) {
  const { t, has } = useWords('evaluations');
  const { me, is } = useMe();
  const [refused, setRefused] = useState<string | null>(null);
  const hasAsked = useGraph(HasRequestedDocument, { id: subject.id }, { enabled: me !== null }).data?.hasRequestedEvaluation ?? false;
  const [request, { pending }] = useAct(RequestDocument, { refresh: [WeighingDocument, HasRequestedDocument] });
  const box = useFocusBack();
  const isOfficial = is('official', 'administrator');

  const ask = async () => {
    if (!me) return askToSignIn();
    const result = (await request({ id: subject.id }))?.requestEvaluation;
    if (result?.__typename === 'NotAllowed') return setRefused(result.reason);
    if (result?.__typename === 'EvaluationRequested') announce(t(result.isOpen ? 'request.opened' : 'request.counted'));
  };
  return (
    <div ref={box}>
      <Card title={t('request.title')} note={t('request.lead')} edge="sun">
        {refused && <RefusalNotice>{t(has(`request.refused.${refused}`) ? `request.refused.${refused}` : 'request.refused.other')}</RefusalNotice>}
        <p>{requests > 0 ? t('request.sofar', { count: requests, needed: requestsNeeded }) : t('request.nobody', { count: requestsNeeded })}</p>
        {hasAsked ? (
          <Notice tone="done">{t('request.done')}</Notice>
        ) : (
          <Button pending={pending} onClick={() => void ask()}>
            {t(isOfficial ? 'request.open' : 'request.ask')}
          </Button>
        )}
      </Card>
    </div>
  );
}
