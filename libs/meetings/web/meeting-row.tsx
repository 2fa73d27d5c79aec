import { Row, useWords } from '@isegoria/ui/web';
import type { ListedMeeting } from './listed-document';
import { StageTag } from './stage-tag';

/** A meeting of a list: when, where, of what kind, and how it stands. */
export function MeetingRow({ meeting, level = 2 }: { meeting: ListedMeeting; level?: 2 | 3 }) {
  const { t, lt, lang, d } = useWords('meetings');
  const { id, kind, stage, title, department, venue, isRemote, startsAt, places, registered, came } = meeting;
  const left = stage === 'announced' && places !== null ? Math.max(0, places - registered) : null;
  const said = [t(`kind.${kind}`), lt(venue.address) || (isRemote && t('row.remote')), department && lt(department.name), left !== null && t('row.left', { count: left }), came !== null && t('row.came', { count: came })];
  return (
    <Row level={level} to={`/meetings/${id}`} title={lt(title)} lang={lang(title)} note={startsAt ? d(startsAt, 'moment') : t('row.noDay')} tag={<StageTag {...meeting} place={meeting.mine.place} />}>
      <p>{said.filter(Boolean).join(' · ')}</p>
    </Row>
  );
}
