import { DateText, useWords } from '@isegoria/ui/web';
import type { DeskRequest } from '../documents';
import styles from './work-sheet.module.css';

/** What a crew takes along, on paper alone: each with its number, place, words, answers, and a box to tick. Nobody's name or phone is on it. */
export function WorkSheet({ requests }: { requests: readonly DeskRequest[] }) {
  const { t, lt } = useWords('requests');
  return (
    <div className={styles.sheet}>
      <p>{t('sheet.lead', { count: requests.length })} <DateText at={new Date().toISOString()} style="moment" /></p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.short}>{t('sheet.done')}</th>
            <th scope="col" className={styles.short}>{t('sheet.number')}</th>
            <th scope="col">{t('sheet.where')}</th>
            <th scope="col">{t('sheet.what')}</th>
            <th scope="col">{t('sheet.until')}</th>
            <th scope="col">{t('sheet.notes')}</th>
          </tr>
        </thead>
        <tbody>
          {requests.map(({ id, service, place, district, text, lang, answers, expectedAt, dueAt }) => (
            <tr key={id}>
              <td><span className={styles.box} /></td>
              <td>{id}</td>
              <td>
                <strong>{place.label}</strong>, {lt(district.name)}
                {typeof place.lat === 'number' && typeof place.lng === 'number' && <div className={styles.quiet}>{place.lat.toFixed(5)}, {place.lng.toFixed(5)}</div>}
              </td>
              <td>
                <strong>{lt(service.name)}</strong>
                {answers.map(({ questionId, question, answer }) => (
                  <div key={questionId}>{lt(question)} <strong>{lt(answer)}</strong></div>
                ))}
                {text && <div lang={lang}>{text}</div>}
              </td>
              <td className={styles.short}><DateText at={expectedAt ?? dueAt} style="short" /></td>
              <td className={styles.notes} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
