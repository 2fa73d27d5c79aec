import { Rows, Section, useGraph, useWords } from '@isegoria/ui/web';
import { ConsultationRow } from './consultation-row';
import { ConsultationsDocument } from '../listed-document';

/** What the city answered lately to what people said of its texts. Nothing until it has. */
export default function AnsweredConsultations() {
  const { t } = useWords('consultations');
  const items = useGraph(ConsultationsDocument, { filter: null, sort: 'ANSWERED', first: 2, after: null }, { staleMs: 60_000 }).data?.consultations.items.filter(({ answer }) => answer !== null) ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={t('home.answered')} more={{ to: '/consultations', label: t('home.all') }}>
      <Rows label={t('home.answered')}>
        {items.map((consultation) => (
          <ConsultationRow key={consultation.id} level={3} consultation={consultation} />
        ))}
      </Rows>
    </Section>
  );
}
