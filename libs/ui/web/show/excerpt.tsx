import type { ReactNode } from 'react';
import styles from './excerpt.module.css';

/** The beginning of a longer text, two lines of it, in a row of a list. `ink`: in the colour of text, for what somebody is quoted with. */
export function Excerpt({ lang, tone = 'quiet', children }: { lang?: string | undefined; tone?: 'quiet' | 'ink'; children: ReactNode }) {
  return <p className={styles.excerpt} data-tone={tone} lang={lang}>{children}</p>;
}
