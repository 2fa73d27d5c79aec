import { Card, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import type { ItemSubject, Sitting, SittingPart, SittingSection } from './documents';
import { Lines } from './lines';
import { Measures } from './measures';
import { PartTable } from './part-table';
import styles from './sitting.module.css';
import { headingId } from './use-steps';

interface SectionViewProps {
  section: SittingSection;
  /** Its place on the agenda. */
  number: number | null;
  subjects: readonly ItemSubject[];
  sitting: Sitting;
  /** Only the current one is on the screen; all are on paper. */
  isCurrent: boolean;
}

/** All that the city says of one item. On paper it begins a page. */
export function SectionView({ section, number, subjects, sitting, isCurrent }: SectionViewProps) {
  const { t, lt } = useWords('insights');
  const heading = headingId(section.id);
  return (
    <section className={styles.section} data-current={isCurrent || undefined} aria-labelledby={heading}>
      <h2 id={heading} tabIndex={-1} data-steps>
        {number !== null && <span className={styles.number}>{number}. </span>}
        {lt(section.title)}
      </h2>
      <Subjects subjects={subjects} />
      {section.parts.length === 0 && <p className={styles.quiet}>{t('sitting.nothing')}</p>}
      <div className={styles.parts}>
        {section.parts.map((part) => (
          <PartView key={part.id} part={part} sectionId={section.id} sitting={sitting} />
        ))}
      </div>
    </section>
  );
}

function Subjects({ subjects }: { subjects: readonly ItemSubject[] }) {
  const { t, lt, lang } = useWords('insights');
  const shown = subjects.filter(({ isPublic }) => isPublic);
  if (shown.length === 0) return null;
  return (
    <ul role="list" className={styles.subjects} aria-label={t('sitting.about')}>
      {shown.map(({ kind, id, title, path }) => (
        <li key={`${kind}:${id}`}>
          <span className={styles.kind}>{t(`kind.${kind}`)}</span> <Link to={path} lang={lang(title)}>{lt(title)}</Link>
        </li>
      ))}
    </ul>
  );
}

function PartView({ part, sectionId, sitting }: { part: SittingPart; sectionId: string; sitting: Sitting }) {
  const { lt } = useWords('insights');
  return (
    <Card level={3} title={lt(part.title)} note={part.lead ? lt(part.lead) : undefined}>
      <Measures measures={part.measures} sitting={sitting} />
      {part.tables.map((table) => (
        <PartTable key={table.id} table={table} csv={`/insights/sittings/${sitting.id}/${sectionId}/${table.id}.csv`} isAlone={part.tables.length === 1} />
      ))}
      <Lines lines={part.lines} />
    </Card>
  );
}
