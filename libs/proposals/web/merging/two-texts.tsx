import { Card, Columns, Prose, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';

interface TextShown {
  id: string;
  title: string;
  html: string;
  lang: string;
  supports: number;
  author: { name: string };
}

/** The two side by side where there is room, one after the other on a phone: which would go on, and which would become part of it. */
export function TwoTexts({ part, whole }: { part: TextShown; whole: TextShown }) {
  const { t } = useWords('proposals');
  const shown = [[whole, 'WHOLE'], [part, 'PART']] as const;
  return (
    <Columns kind="even">
      {shown.map(([{ id, title, html, lang, supports, author }, side]) => (
        <Card key={id} edge={side === 'WHOLE' ? 'olive' : 'sun'} title={t(`merge.${side}`)} note={`${t('by', { name: author.name || t('someone') })}, ${supports} ${t('supporters', { count: supports })}`}>
          <h3 lang={lang}><Link to={`/proposals/${id}`}>{title}</Link></h3>
          <Prose lang={lang} html={html} />
        </Card>
      ))}
    </Columns>
  );
}
