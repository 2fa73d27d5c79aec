import { Loaded, Section, Table, useGraph, useWords } from '@isegoria/ui/web';
import { MembersDocument, type ShownPanel } from './documents';

/** Who was drawn, in the order in which they got their seat; one's own line is named. */
export function MembersTable({ panel: { id, cells, mine } }: { panel: ShownPanel }) {
  const { t, lt } = useWords('panels');
  const answer = useGraph(MembersDocument, { id });
  const names = new Map(cells.map(({ key, name }) => [key, lt(name)]));
  return (
    <Section title={t('page.members')}>
      <p>{t('page.membersHint')}</p>
      <Loaded answer={answer}>
        {({ panelMembers }) => (
          <Table
            caption={t('page.members')}
            columns={[
              { key: 'ticket', label: t('member.ticket'), type: 'text' }, { key: 'cell', label: t('member.cell'), type: 'text' }, { key: 'rank', label: t('member.rank'), type: 'number' }, { key: 'name', label: t('member.name'), type: 'text' },
              { key: 'state', label: t('member.state'), type: 'text' },
            ]}
            rows={panelMembers.map(({ ticket, cell, rank, name, state }) => ({ ticket, cell: names.get(cell) ?? cell, rank, name: ticket === mine.ticket ? t('member.mine') : (name ?? '–'), state: t(`member.${state}`) }))}
          />
        )}
      </Loaded>
    </Section>
  );
}
