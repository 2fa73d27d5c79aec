import { RefusalNotice } from '@isegoria/identity/web';
import { Button, Form, FormActs, Loaded, Notice, useGraph, useWords, type WordsOfSlice } from '@isegoria/ui/web';
import type { FieldProblem } from '@isegoria/kernel/contracts';
import { Link } from 'react-router';
import { BallotOf } from '../documents';
import { WhoVotes } from '../electorate/who-votes';
import { refusalWords } from '../refusal-words';
import { QuestionField } from './question-field';
import { type BallotOnPage, useVoting, type Voting } from './use-ballot';

/** The words of whoever asks: a ballot knows its questions and options by their ids only. */
export interface BallotLabels {
  question(questionId: string): string;
  /** `lang`: the language of the label, where it is a citizen's words; `page`: where the option is told in full. */
  option(questionId: string, optionId: string): { label: string; lang?: 'el' | 'en'; hint?: string; page?: { to: string; label: string } };
  /** How a cost is written; a plain number where it is not said. */
  money?(amount: number): string;
}

export interface BallotFormProps {
  ballotId: string;
  labels: BallotLabels;
  /** The reader's paper is in. */
  onCast?(): void;
}

/** A ballot to be filled in and cast: by any form, sealed in this browser where it is, with a receipt that says that it is in. */
export function BallotForm({ ballotId, labels, onCast }: BallotFormProps) {
  const { t } = useWords('votes');
  const answer = useGraph(BallotOf, { id: ballotId });
  return (
    <Loaded answer={answer}>
      {({ ballot }) => (ballot ? <Paper key={ballot.id} ballot={ballot} labels={labels} onCast={onCast} /> : <Notice>{t('refusal.BallotUnknown')}</Notice>)}
    </Loaded>
  );
}

function Paper({ ballot, labels, onCast }: { ballot: BallotOnPage } & Omit<BallotFormProps, 'ballotId'>) {
  const words = useWords('votes');
  const { t } = words;
  const voting = useVoting(ballot, onCast);
  const shut = whyShut(ballot);
  if (shut) return <Notice>{t(`ballot.shut.${shut}`, { at: shut === 'early' && ballot.opensAt ? words.d(ballot.opensAt, 'moment') : '' })}</Notice>;
  if (voting.isCast) return <Done ballot={ballot} voting={voting} />;
  return (
    <Form words="votes" label={t('ballot.label')} onSubmit={voting.cast}>
      <WhoVotes ballot={ballot} />
      <Notice>{t(`ballot.secrecy.${ballot.secrecy}`)}</Notice>
      {voting.hasVoted && <Notice tone="done">{t(ballot.secrecy === 'sealed' ? 'ballot.replaces' : 'ballot.stands')}</Notice>}
      {ballot.questions.map((question) => (
        <QuestionField key={question.id} question={question} labels={labels} answers={voting.answers} onChange={voting.choose} />
      ))}
      {voting.problem && <Notice tone="problem" live>{problemWords(words, voting.problem)}</Notice>}
      {voting.refused && <RefusalNotice>{refusalWords(words, voting.refused)}</RefusalNotice>}
      <FormActs>
        <Button type="submit" pending={voting.pending}>
          {t(voting.hasVoted ? 'ballot.castAgain' : 'ballot.cast')}
        </Button>
      </FormActs>
    </Form>
  );
}

function Done({ ballot, voting }: { ballot: BallotOnPage; voting: Voting }) {
  const { t } = useWords('votes');
  return (
    <Notice tone="done" title={t('ballot.isIn')}>
      <p>{t(`ballot.receipt.${ballot.secrecy}`)}</p>
      <p>
        <Link to="/votes/mine">{t('ballot.toReceipts')}</Link>
      </p>
      <Button variant="quiet" onClick={voting.again}>
        {t('ballot.change')}
      </Button>
    </Notice>
  );
}

/** What is wrong with the paper, before it is sealed: afterwards nobody could say. */
function problemWords({ t }: WordsOfSlice, { field, code, limit }: FieldProblem): string {
  const key = field === 'answers.money' ? 'money' : field === 'answers.points' ? 'points' : code === 'too_long' ? 'most' : 'other';
  return t(`ballot.problem.${key}`, { limit });
}

/** Why nothing can be cast now; null where it can. */
export function whyShut({ isOpen, opensAt, secrecy, box }: BallotOnPage): 'early' | 'over' | 'keyless' | null {
  if (!isOpen) return opensAt && new Date(opensAt) > new Date() ? 'early' : 'over';
  if (secrecy !== 'sealed') return null;
  if (box?.state === 'opening' || box?.state === 'opened') return 'over';
  return box?.publicKey ? null : 'keyless';
}
