import styles from './prose.module.css';

/** Text that the server cleaned by its allow-list (`prose()` of the kernel); no other HTML may come here. Where nobody knows in which language people wrote, it is Greek. */
export function Prose({ html, lang = 'el' }: { html: string; lang?: string | undefined }) {
  return <div lang={lang} className={styles.prose} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** Text as it was typed, in Greek, with its line breaks. */
export function PlainText({ text }: { text: string }) {
  return <p lang="el" className={styles.plain}>{text}</p>;
}
