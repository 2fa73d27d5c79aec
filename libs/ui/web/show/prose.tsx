import styles from './prose.module.css';

/** Text that the server cleaned by its allow-list (`prose()` of the kernel); no other HTML may come here. */
export function Prose({ html }: { html: string }) {
  return <div className={styles.prose} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** Text as it was typed, with its line breaks. */
export function PlainText({ text }: { text: string }) {
  return <p className={styles.plain}>{text}</p>;
}
