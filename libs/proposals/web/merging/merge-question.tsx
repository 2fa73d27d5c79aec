import { announce, AskCard, Button, useAct, useWords } from '@isegoria/ui/web';
import { SupportButton } from '@isegoria/votes/web';
import { Link } from 'react-router';
import { CloseQuestionDocument, ProposalMergingDocument, type ShownMerging } from './documents';
import styles from './merging.module.css';

export interface MergeQuestionsProps {
  /** Whose page it is. */
  id: string;
  questions: ShownMerging['questions'];
  onAnswered(): void;
}

/** To one who supported what became part of another: whether they support that other one, by a press of their own. */
export function MergeQuestions({ id, questions, onAnswered }: MergeQuestionsProps) {
  const { t } = useWords('proposals');
  const [close, { pending }] = useAct(CloseQuestionDocument, { refresh: [ProposalMergingDocument] });
  const no = async (proposalId: string) => {
    if (await close({ proposalId })) announce(t('merge.questionClosed'));
  };
  return questions.map(({ proposal, into }) => (
    <AskCard
      key={proposal.id}
      kind={t('merge.intoTitle')}
      title={t('merge.questionTitle', { title: proposal.title })}
      lead={t('merge.question', { into: into.title })}
      action={<Button variant="quiet" pending={pending} onClick={() => void no(proposal.id)}>{t('merge.questionNo')}</Button>}
    >
      {into.id !== id && <p><Link to={`/proposals/${into.id}`}>{into.title}</Link></p>}
      <div className={styles.support}>
        <SupportButton subject={{ kind: 'proposal', id: into.id }} initial={into.supports} onCast={onAnswered} />
      </div>
    </AskCard>
  ));
}
