import { type ActProps, Empty, Loaded, Page, Prose, useGraph, useWords } from '@isegoria/ui/web';
import { SupportButton } from '@isegoria/votes/web';
import { ProposalDocument } from '../documents';

/** Supporting one proposal, in the small window that a widget opened: no other site can press the button for the citizen. */
export default function ActOnProposal({ id, onDone }: ActProps) {
  const { t } = useWords('proposals');
  const answer = useGraph(ProposalDocument, { id });
  return (
    <Loaded answer={answer}>
      {({ proposal }) =>
        proposal ? (
          <Page title={proposal.title} lang={proposal.lang} kicker={t('act.kicker')}>
            <SupportButton subject={{ kind: 'proposal', id }} initial={proposal.supports} onCast={onDone} />
            <Prose lang={proposal.lang} html={proposal.html} />
          </Page>
        ) : (
          <Page title={t('page.missing')}>
            <Empty title={t('page.missingHint')} />
          </Page>
        )
      }
    </Loaded>
  );
}
