import { useState } from 'react';
import { useNavigate } from 'react-router';
import { announce, Button, Dialog, FormActs, Notice, useAct, useWords } from '@isegoria/ui/web';
import { allProcesses, type Process } from './documents';
import { PublishProcess, RemoveProcess } from './process-acts';
import { RefusedNotice } from './refused-notice';
import { useFate } from './use-fate';

/** Over a draft: that it is one, and what becomes of it. Both acts ask once more. */
export function DraftActs({ process: { id: processId, title, phases, revision } }: { process: Process }) {
  const { t, lt } = useWords('processes');
  const go = useNavigate();
  const [asked, setAsked] = useState<'publish' | 'remove' | null>(null);
  const { refused, take } = useFate();
  const [publish, publishing] = useAct(PublishProcess, { refresh: allProcesses });
  const [remove, removing] = useAct(RemoveProcess, { refresh: allProcesses });
  const close = () => setAsked(null);
  const yesPublish = async () => {
    const answer = (await publish({ processId, revision }))?.publishProcess;
    close();
    if (answer && take(answer)) announce(t('draft.published'));
  };
  const yesRemove = async () => {
    const answer = (await remove({ processId, revision }))?.removeProcess;
    close();
    if (answer?.__typename === 'NotAllowed') take(answer);
    if (!answer || answer.__typename === 'NotAllowed') return;
    announce(t('draft.removed'));
    void go('/processes');
  };
  const publishActions = (
    <Button pending={publishing.pending} onClick={() => void yesPublish()}>
      {t('draft.publishYes')}
    </Button>
  );
  const removeActions = (
    <Button variant="danger" pending={removing.pending} onClick={() => void yesRemove()}>
      {t('draft.removeYes')}
    </Button>
  );
  return (
    <>
      <Notice tone="warning" title={t('draft.title')}>
        <p>{phases.length === 0 ? t('draft.whyEmpty') : t('draft.why')}</p>
      </Notice>
      <RefusedNotice processId={null} refused={refused} />
      <FormActs>
        {phases.length > 0 && <Button onClick={() => setAsked('publish')}>{t('draft.publish')}</Button>}
        <Button variant="quiet" onClick={() => setAsked('remove')}>
          {t('draft.remove')}
        </Button>
      </FormActs>
      <Dialog title={t('draft.publishTitle', { title: lt(title) })} open={asked === 'publish'} onClose={close} closeLabel={t('draft.notYet')} actions={publishActions}>
        <p>{t('draft.publishWhy')}</p>
      </Dialog>
      <Dialog title={t('draft.removeTitle', { title: lt(title) })} open={asked === 'remove'} onClose={close} closeLabel={t('draft.keep')} actions={removeActions}>
        <p>{t('draft.removeWhy')}</p>
      </Dialog>
    </>
  );
}
