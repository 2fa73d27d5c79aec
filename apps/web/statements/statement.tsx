import { Page, useWords, type WordsOfSlice } from '@isegoria/ui/web';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './statement.module.css';

/** One heading of a statement and what stands under it. */
export interface StatementPart {
  heading?: string;
  text?: readonly string[];
  list?: readonly string[];
  /** Where the reader does what it speaks of. */
  ways?: readonly { to: string; label: string }[];
}

export interface StatementText {
  title: string;
  lead: string;
  parts: readonly StatementPart[];
}

/** A statement that the municipality owes its readers, in their language. */
export function Statement({ texts, children }: { texts: Record<WordsOfSlice['locale'], StatementText>; children?: ReactNode }) {
  const { locale } = useWords('ui');
  const { title, lead, parts } = texts[locale];
  return (
    <Page title={title} lead={lead}>
      {parts.map(({ heading, text = [], list = [], ways = [] }, index) => (
        <section key={index} className={styles.part}>
          {heading && <h2>{heading}</h2>}
          {text.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {list.length > 0 && (
            <ul>
              {list.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          )}
          {ways.map(({ to, label }) => (
            <p key={to}>
              <Link to={to}>{label}</Link>
            </p>
          ))}
        </section>
      ))}
      {children}
    </Page>
  );
}
