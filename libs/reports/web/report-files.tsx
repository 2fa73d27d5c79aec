import { useMe } from '@isegoria/identity/web';
import { COUNCIL_ROLES } from '@isegoria/insights/contracts';
import { filePath, FORMATS } from '@isegoria/reports/contracts';
import { Section, type SubjectPartProps, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { ByMail } from './by-mail';
import { FileLink, FileTrouble } from './file-link';
import styles from './reports.module.css';

/** The page that one looks at as files, and for the council and the staff by mail. On paper the page is a file already. */
export default function ReportFiles({ subject: { kind, id } }: SubjectPartProps) {
  const { t, locale } = useWords('reports');
  const { me } = useMe();
  const [trouble, setTrouble] = useState<string | null>(null);
  const mayHaveMail = me !== null && COUNCIL_ROLES.some((role) => me.roles.includes(role));
  return (
    <div className="no-print">
      <Section title={t('part.title')} id="files">
        <ul role="list" className={styles.files} aria-label={t('part.label')}>
          {FORMATS.map((format) => (
            <li key={format}>
              <FileLink path={filePath(kind, id, format, locale)} label={t(`part.${format}`)} onTrouble={setTrouble} />
            </li>
          ))}
        </ul>
        <FileTrouble sentence={trouble} />
        {mayHaveMail && <ByMail kind={kind} id={id} />}
      </Section>
    </div>
  );
}
