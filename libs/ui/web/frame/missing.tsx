import { LinkButton } from '../forms/button';
import { Empty } from '../show/states';
import { useWords } from '../words/use-words';
import { Page } from './page';

export interface MissingProps {
  /** The slice whose words say it: `page.missing`, `page.missingHint`, `page.all`. */
  words: string;
  /** The part of its words that stands in the place of `page`, where a slice has several kinds of things. */
  part?: string;
  /** The list to look in instead. */
  to: string;
  /** The key of that list's name, where it is another. */
  all?: string;
}

/** There is no such thing, or none that the reader may see: the page does not tell which. */
export function Missing({ words, part = 'page', to, all = `${part}.all` }: MissingProps) {
  const { t } = useWords(words);
  return (
    <Page title={t(`${part}.missing`)} back={{ to, label: t(all) }}>
      <Empty title={t(`${part}.missingHint`)} action={<LinkButton to={to}>{t(all)}</LinkButton>} />
    </Page>
  );
}
