import { useNavigate } from 'react-router';
import { announce, AskedButton, FormActs, Notice, useAct, useWords } from '@isegoria/ui/web';
import { allProcesses, type Process } from '../documents';
import { PublishProcess, RemoveProcess } from './process-acts';
import { RefusedNotice } from './refused-notice';
import { useFate } from './use-fate';

/** Over a draft: that it is one, and what becomes of it. Both acts ask once more. */
export function DraftActs({ process: { id: processId, title, phases, revision } }: { process: Process }) {
  const { t, lt } = useWords('processes');
  const go = useNavigate();
  const { refused, take } = useFate();
  const [publish, publishing] = useAct(PublishProcess, { refresh: allProcesses });
  const [remove, removing] = useAct(RemoveProcess, { refresh: allProcesses });
  const yesPublish = async (close: () => void) => {
    const answer = (await publish({ processId, revision }))?.publishProcess;
    close();
    if (answer && take(answer)) announce(t('draft.published'));
  };
  const yesRemove = async (close: () => void) => {
    const answer = (await remove({ processId, revision }))?.removeProcess;
    close();
    if (answer?.__typename === 'NotAllowed') take(answer);
    if (!answer || answer.__typename === 'NotAllowed') return;
    announce(t('draft.removed'));
    void go('/processes');
  };
  return (
    <>
      <Notice tone="warning" title={t('draft.title')}>
        <p>{phases.length === 0 ? t('draft.whyEmpty') : t('draft.why')}</p>
      </Notice>
      <RefusedNotice processId={null} refused={refused} />
      <FormActs>
        {phases.length > 0 && (
          <AskedButton
            act={t('draft.publish')} variant="primary" question={t('draft.publishTitle', { title: lt(title) })} yes={t('draft.publishYes')} yesVariant="primary" no={t('draft.notYet')}
            pending={publishing.pending} onYes={yesPublish}
          >
            <p>{t('draft.publishWhy')}</p>
          </AskedButton>
        )}
        <AskedButton act={t('draft.remove')} question={t('draft.removeTitle', { title: lt(title) })} yes={t('draft.removeYes')} no={t('draft.keep')} pending={removing.pending} onYes={yesRemove}>
          <p>{t('draft.removeWhy')}</p>
        </AskedButton>
      </FormActs>
    </>
  );
}
