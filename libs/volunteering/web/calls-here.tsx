import { Card, LinkButton, Rows, type SubjectPartProps, useGraph, useWords } from '@isegoria/ui/web';
import { CallRow } from './call-row';
import { CallsOfDocument } from './documents';

/** On the page of a proposal, a project, an initiative or a request: what people do about it together. Nothing where they do nothing yet. */
export default function CallsHere({ subject }: SubjectPartProps) {
  const { t } = useWords('volunteering');
  const calls = useGraph(CallsOfDocument, { subject: { kind: subject.kind, id: subject.id } }).data?.volunteerCallsOf ?? [];
  if (calls.length === 0) return null;
  return (
    <Card title={t('here.title')} edge="olive">
      <Rows label={t('here.title')}>
        {calls.map((call) => <CallRow key={call.id} level={3} call={call} />)}
      </Rows>
      <div className="no-print"><LinkButton variant="quiet" to="/volunteering">{t('here.all')}</LinkButton></div>
    </Card>
  );
}
