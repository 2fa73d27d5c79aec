import { summed } from '@isegoria/evaluations/contracts';
import { AskCard, OpinionBar, useGraph, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import { FocusDocument } from './documents';
import { titleOf } from './titles';

/** On the home page: the decision that the city weighs now. */
export default function DecisionCard() {
  const words = useWords('evaluations');
  const { t, lt, rich } = words;
  const decision = useGraph(FocusDocument, {}).data?.decisionInFocus;
  if (!decision) return null;
  const path = `/decisions/${decision.id}`;
  const { people } = decision.opinion;
  return (
    <AskCard
      kind={t('kind')}
      title={titleOf(decision, words)}
      lead={decision.plainWords ? lastSentences(lt(decision.plainWords.text)) : undefined}
      facts={[people > 0 ? rich('home.people', { b: (text) => <b>{text}</b> }, { count: people }) : t('nobody')]}
      action={<Link to={path}>{t('home.act')}</Link>}
    >
      {people > 0 && <OpinionBar thin label={t('opinion.title')} counts={summed(decision.opinion)} />}
    </AskCard>
  );
}

/** A card has room for the question, which stands at the end of the text. */
function lastSentences(text: string): string {
  const sentences = text.match(/[^.;?!]+[.;?!]+/g) ?? [text];
  const asked = sentences.findIndex((sentence) => /[;?]\s*$/.test(sentence));
  return (asked > 0 ? sentences.slice(asked).join('') : (sentences[0] ?? text)).trim();
}
