import { ResendConfirmation, useMe } from '@isegoria/identity/web';
import { Notice, useGraph, useWords } from '@isegoria/ui/web';
import { CollectsDocument } from '../documents';

interface BeforeSendingProps {
  processId: string | null;
  /** Whether somebody writes already, who then has to know whether they can send it. */
  isWriting?: boolean;
}

/** What will stand in the way when a proposal is to be sent, told before it is written: none are taken now, or the writer's address waits to be confirmed. A draft may be written all the same. */
export function BeforeSending({ processId, isWriting = false }: BeforeSendingProps) {
  const { t } = useWords('proposals');
  const { me } = useMe();
  const isClosed = useGraph(CollectsDocument, { processId }, { staleMs: 60_000 }).data?.collectsProposals === false;
  return (
    <>
      {isClosed && <Notice tone="warning" title={t('write.closedTitle')}>{t('write.closed')}</Notice>}
      {isWriting && me?.confirmed === false && (
        <>
          <Notice tone="warning">{t('write.unconfirmed')}</Notice>
          <ResendConfirmation />
        </>
      )}
    </>
  );
}
