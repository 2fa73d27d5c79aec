import { summed } from '@isegoria/evaluations/contracts';
import { AskCard, Loaded, OpinionBar, type ResultOf, useGraph, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import { FocusDocument } from '../focus-document';

/** On the home page: what the city weighs now. */
export default function DecisionCard() {
  const answer = useGraph(FocusDocument, {});
  return <Loaded answer={answer}>{({ inFocus }) => inFocus && <FocusCard focus={inFocus} />}</Loaded>;
}

function FocusCard({ focus: { path, title, text, opinion } }: { focus: NonNullable<ResultOf<typeof FocusDocument>['inFocus']> }) {
  const { t, lt, rich } = useWords('evaluations');
  const { people } = opinion;
  return (
    <AskCard
      kind={t('kind')}
      title={lt(title)}
      lead={lt(text) ? lastSentences(lt(text)) : undefined}
      facts={[people > 0 ? rich('home.people', { b: (text) => <b>{text}</b> }, { count: people }) : t('nobody')]}
      action={<Link to={path}>{t('home.act')}</Link>}
    >
      {people > 0 && <OpinionBar thin label={t('opinion.title')} counts={summed(opinion)} />}
    </AskCard>
  );
}

/** A card has room for the question, which stands at the end of the text. */
function lastSentences(text: string): string {
  const sentences = text.match(/[^.;?!]+[.;?!]+/g) ?? [text];
  const asked = sentences.findIndex((sentence) => /[;?]\s*$/.test(sentence));
  return (asked > 0 ? sentences.slice(asked).join('') : (sentences[0] ?? text)).trim();
}
