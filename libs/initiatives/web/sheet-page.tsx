import { Button, Empty, LinkButton, Loaded, Page, PlainText, useGraph, useWords } from '@isegoria/ui/web';
import { useParams } from 'react-router';
import { InitiativeDocument } from './documents';
import styles from './initiatives.module.css';

const lines = 12;

/** A sheet of paper for signatures: the whole text, where it stands, and lines to sign on. */
export function Component() {
  const { id = '' } = useParams();
  const { t, lt, d } = useWords('initiatives');
  const answer = useGraph(InitiativeDocument, { id });
  const heads = [t('sheet.number'), t('sheet.name'), t('sheet.birthYear'), t('sheet.district'), t('sheet.signature')];
  return (
    <Loaded answer={answer}>
      {({ initiative }) =>
        initiative?.digest && initiative.opensAt ? (
          <Page title={initiative.title} lang="el" kicker={<span>{lt(initiative.terms.name)}</span>}>
            <p className="no-print">{t('sheet.lead', { date: initiative.closesAt ? d(initiative.closesAt, 'moment') : '' })}</p>
            <div className="no-print"><Button onClick={() => window.print()}>{t('sheet.print')}</Button></div>
            <div className={styles.statement} lang="el"><PlainText text={initiative.text} /></div>
            <p>{t('sheet.declare')}</p>
            <div className={styles.sheetScroll} tabIndex={0} role="group" aria-label={t('page.sheet')}>
              <table className={styles.sheetTable}>
                <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
                <tbody>{Array.from({ length: lines }, (_, at) => <tr key={at}>{heads.map((head, column) => <td key={head}>{column === 0 ? at + 1 : ''}</td>)}</tr>)}</tbody>
              </table>
            </div>
            <p className={styles.sheetFoot}>{t('sheet.foot', { address: `${window.location.host}/initiatives/${id}` })}<br />{t('page.digest')} <code>{initiative.digest}</code></p>
          </Page>
        ) : (
          <Page title={t('page.missing')}>
            <Empty title={t('page.missingHint')} action={<LinkButton to="/initiatives">{t('page.all')}</LinkButton>} />
          </Page>
        )
      }
    </Loaded>
  );
}
