import { AskedButton, Notice, useAct, useFate, useWords } from '@isegoria/ui/web';
import { MyProposalsDocument, ProposalDocument } from '../documents';
import { ProposalMergingDocument, SeparateDocument } from './documents';

/** Makes two of a merged pair again, after a second thought: for its authors, while it may be done. */
export function Separate({ id, title, until }: { id: string; title: string; until: string }) {
  const { t, d } = useWords('proposals');
  const { refused, take } = useFate('proposals');
  const [separate, { pending }] = useAct(SeparateDocument, { refresh: [ProposalDocument, ProposalMergingDocument, MyProposalsDocument] });
  const yes = async (close: () => void) => {
    const result = (await separate({ id }))?.separateProposals;
    if (!result) return;
    close();
    take(result, t('merge.separated'));
  };
  return (
    <>
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <p>{t('merge.separateUntil', { date: d(until, 'moment') })}</p>
      <AskedButton act={t('merge.separate')} label={t('merge.separateOf', { title })} variant="secondary" question={t('merge.separateAsk')} yes={t('merge.separateYes')} pending={pending} onYes={yes}>
        <p>{t('merge.separateLoses', { title })}</p>
      </AskedButton>
    </>
  );
}
