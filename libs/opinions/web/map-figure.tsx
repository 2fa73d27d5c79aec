import { Notice, Section, useWords } from '@isegoria/ui/web';
import type { ShownMap, ShownOpinions } from './documents';
import { letterOf } from './letters';
import { Mark, markOf } from './mark';
import styles from './opinions.module.css';

const [width, height, edge] = [640, 420, 34];

/** The map as a picture. Groups differ by shape and letter, not by colour alone; the table has the same figures. */
export function MapFigure({ opinions: { map, standing, groupMinimum, answered } }: { opinions: ShownOpinions }) {
  const words = useWords('opinions');
  const { t, n } = words;
  const people = t('map.people', { count: map?.participants ?? 0 });
  return (
    <Section title={t('map.title')}>
      <p className={styles.small}>
        {t('map.how')} {map && t('map.counts', { people, answers: n(map.answers) })}
      </p>
      {map && map.points.length > 0 ? (
        <figure className={styles.figure}>
          <Picture map={map} standing={standing} label={t('map.described', { people, groups: map.groups.length })} />
          <figcaption className={styles.key}>
            {map.groups.map(({ group, people: count }) => (
              <span key={group}>
                <svg viewBox="-8 -8 16 16" aria-hidden="true">
                  <Mark group={group} size={6} />
                </svg>
                {t('map.group', { letter: letterOf(words, group) })}: {t('map.people', { count })}
              </span>
            ))}
          </figcaption>
        </figure>
      ) : (
        <Notice>{t('map.waiting', { count: 2 * groupMinimum })}</Notice>
      )}
      <p className={styles.small}>
        {standing && standing.group >= 0 && t('map.youIn', { letter: letterOf(words, standing.group) })}
        {!standing && answered > 0 && map && map.points.length > 0 && t('map.youNot')} {map && map.points.length > 0 && map.groups.length === 0 && t('map.oneGroup')}{' '}
        {t('map.minimum', { count: groupMinimum })}
      </p>
    </Section>
  );
}

function Picture({ map, standing, label }: { map: ShownMap; standing: ShownOpinions['standing']; label: string }) {
  const words = useWords('opinions');
  const place = placing([...map.points, ...(standing ? [standing] : [])]);
  const most = Math.max(...map.points.map(({ people }) => people));
  return (
    <svg className={styles.map} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path className={styles.axis} d={`M${place({ x: 0, y: 0 }).x} ${edge / 2}V${height - edge / 2}M${edge / 2} ${place({ x: 0, y: 0 }).y}H${width - edge / 2}`} />
      {map.points.map((point, at) => (
        <Mark key={at} group={point.group} at={place(point)} size={most > 1 ? 3 + 6 * Math.sqrt(point.people / most) : 4.5} />
      ))}
      {map.groups.map(({ group }) => {
        const middle = middleOf(map.points.filter((point) => point.group === group));
        return (
          <text key={group} className={styles.letter} data-group={markOf(group)} {...place(middle)} textAnchor="middle" dominantBaseline="central">
            {letterOf(words, group)}
          </text>
        );
      })}
      {standing && (
        <g className={styles.you} transform={`translate(${place(standing).x} ${place(standing).y})`}>
          <circle r="9" />
          <text y="-14" textAnchor="middle">
            {words.t('map.you')}
          </text>
        </g>
      )}
    </svg>
  );
}

interface Place {
  x: number;
  y: number;
}

/** One scale for both directions: distances are what the map is about. The middle of all answers stays in the picture. */
function placing(points: readonly Place[]): (point: Place) => Place {
  const [xs, ys] = [[0, ...points.map(({ x }) => x)], [0, ...points.map(({ y }) => y)]];
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min((width - 2 * edge) / (right - left || 1), (height - 2 * edge) / (high - low || 1));
  return ({ x, y }) => ({ x: width / 2 + (x - (left + right) / 2) * scale, y: height / 2 - (y - (low + high) / 2) * scale });
}

function middleOf(points: readonly (Place & { people: number })[]): Place {
  const people = points.reduce((sum, point) => sum + point.people, 0) || 1;
  return { x: points.reduce((sum, point) => sum + point.x * point.people, 0) / people, y: points.reduce((sum, point) => sum + point.y * point.people, 0) / people };
}
