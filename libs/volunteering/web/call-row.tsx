import { Row, useWords } from '@isegoria/ui/web';
import type { ListedCall } from './listed-document';
import { StageTag } from './stage-tag';
import { callTime, lasting } from './when';

/** A call of a list: when, where, who holds it, and whether a place is left or what came of it. */
export function CallRow({ call, level = 2 }: { call: ListedCall; level?: 2 | 3 }) {
  const words = useWords('volunteering');
  const { t, lt, lang } = words;
  const { id, title, place, district, department, isByCitizen, report, shifts } = call;
  const held = shifts.filter(({ cancellation }) => !cancellation).length;
  const said = [place.label, district && lt(district.name), department && lt(department.name), isByCitizen && t('row.byCitizen'), held > 1 && t('row.shifts', { count: held }), report && t('row.came', { count: report.people, time: lasting(report.minutes, words) })];
  return (
    <Row level={level} to={`/volunteering/${id}`} title={lt(title)} lang={lang(title)} note={callTime(call, words)} tag={<StageTag {...call} />}>
      <p>{said.filter(Boolean).join(' · ')}</p>
    </Row>
  );
}
