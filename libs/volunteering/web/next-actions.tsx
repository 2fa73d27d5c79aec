import { Rows, Section, useGraph, useWords } from '@isegoria/ui/web';
import { CallRow } from './call-row';
import { CallsDocument } from './listed-document';

/** On the home page: the next calls in which a place is free. Nothing where there is none. */
export default function NextActions() {
  const { t } = useWords('volunteering');
  const items = useGraph(CallsDocument, { filter: { time: 'coming', hasPlaces: true }, first: 2, after: null }, { staleMs: 60_000 }).data?.volunteerCalls.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={t('home.title')} more={{ to: '/volunteering', label: t('home.all') }}>
      <Rows label={t('home.title')}>
        {items.map((call) => (
          <CallRow key={call.id} level={3} call={call} />
        ))}
      </Rows>
    </Section>
  );
}
