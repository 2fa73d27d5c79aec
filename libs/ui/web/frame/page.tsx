import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { announce } from '../announce';
import { cx } from '../class-names';
import { Notice } from '../show/notice';
import { useWords } from '../words/use-words';
import { useArrival } from './arrival';
import styles from './page.module.css';
import { forgetWhatWasSaid, saidOnArrival } from './said-on-arrival';
import { useTitle } from './title';

export interface PageProps {
  /** The one headline. It speaks as people do. */
  title: string;
  /** The language of a headline that somebody wrote; the page's own when not said. */
  lang?: string | undefined;
  /** Which of several steps at this address it is: with another one the reader starts at the top again. */
  step?: string | undefined;
  /** One or two sentences under the headline. */
  lead?: ReactNode;
  /** Small things above the headline: a tag, a place. */
  kicker?: ReactNode;
  /** Where one came from. */
  back?: { to: string; label?: string };
  /** Acts that belong to the whole page, beside the headline. */
  actions?: ReactNode;
  /** The whole width, for lists, columns and tables; otherwise a width that reads well. */
  wide?: boolean;
  /** The deep band behind the headline; the first child overlaps it. */
  band?: boolean;
  children?: ReactNode;
}

/** The frame of every page: the browser's title, the one h1, and where the focus goes on arrival. */
export function Page({ title, lang, step, lead, kicker, back, actions, wide = false, band = false, children }: PageProps) {
  const { t } = useWords('ui');
  const headline = useRef<HTMLHeadingElement>(null);
  useTitle(title);
  useArrival(headline, step);
  const [said] = useState(saidOnArrival);
  useEffect(() => {
    if (!said) return;
    forgetWhatWasSaid();
    announce(said);
  }, [said]);
  return (
    <article className={cx(styles.page, wide && styles.wide, band && styles.banded)}>
      <header className={styles.head}>
        {back && (
          <Link className={styles.back} to={back.to}>
            {back.label ?? t('back')}
          </Link>
        )}
        {said && (
          <div className={styles.said}>
            <Notice tone="done">{said}</Notice>
          </div>
        )}
        <div id="page-problems" />
        {kicker && <div className={styles.kicker}>{kicker}</div>}
        <div className={styles.headline}>
          <h1 ref={headline} lang={lang} tabIndex={-1}>
            {title}
          </h1>
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
        {lead && <div className={styles.lead}>{lead}</div>}
      </header>
      <div className={styles.body}>{children}</div>
    </article>
  );
}
