import { Empty, LinkButton, Loaded, Rows, Section, useGraph, useWords } from '@isegoria/ui/web';
import { ProposalsDocument } from '../proposals-document';
import { ProposalRow } from '../proposal-row';

/** The home page's first list: what the city stands behind among that which nobody has answered yet, so that a press still does something. */
export default function RisingProposals() {
  const { t } = useWords('proposals');
  const answer = useGraph(ProposalsDocument, { filter: { status: 'OPEN' }, sort: 'SUPPORTS', first: 4, after: null });
  return (
    <Section title={t('home.rising')} more={{ to: '/proposals', label: t('home.all') }}>
      <Loaded answer={answer}>
        {({ proposals: { items } }) =>
          items.length === 0 ? (
            <Empty title={t('home.empty')} action={<LinkButton to="/proposals/new">{t('list.write')}</LinkButton>}>
              {t('home.emptyHint')}
            </Empty>
          ) : (
            <Rows label={t('home.rising')}>
              {items.map((proposal) => (
                <ProposalRow key={proposal.id} level={3} proposal={proposal} onChange={() => void answer.refetch()} />
              ))}
            </Rows>
          )
        }
      </Loaded>
    </Section>
  );
}
