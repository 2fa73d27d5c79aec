import { Card, Facts, useWords } from '@isegoria/ui/web';
import type { ShownProposal } from '../documents';

/** What is known of a proposal besides its words. */
export function ProposalFacts({ proposal: { author, category, district, place, department, lang } }: { proposal: ShownProposal }) {
  const { t, lt, locale } = useWords('proposals');
  const where = [place?.label, district && lt(district.name)].filter(Boolean).join(', ');
  const facts = [
    { label: t('page.author'), value: author.name || t('someone') },
    { label: t('page.category'), value: category && lt(category.name) },
    { label: t('page.place'), value: where },
    { label: t('page.department'), value: department && lt(department.name) },
  ].filter(({ value }) => value);
  const language = lang === 'el' ? null : new Intl.DisplayNames([locale], { type: 'language' }).of(lang);
  return (
    <Card title={t('page.facts')} note={language ? t('page.lang', { language }) : undefined}>
      <Facts facts={facts} />
    </Card>
  );
}
