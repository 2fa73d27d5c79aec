import { announce, Button, Disclosure, Table, useWords, type WordsOfSlice } from '@isegoria/ui/web';
import { type KeyboardEvent, useState } from 'react';
import type { ShownBudget, ShownResult } from '../documents';
import { useMoney } from '../shown';
import { RoundPicture } from './round-picture';
import styles from './result.module.css';

type ShownRound = ShownResult['rounds'][number];

/** The count, step by step: a picture, one sentence, and the same as a table. */
export function Rounds({ budget, result }: { budget: ShownBudget; result: ShownResult }) {
  const words = useWords('budgeting');
  const { t } = words;
  const write = useMoney(budget.currency);
  const [at, setAt] = useState(0);
  const { rounds, projects } = result;
  const names = new Map(projects.map((project) => [project.id, project]));
  const round = rounds[at];
  if (!round) return <p>{t('rounds.none')}</p>;
  const sentenceOf = (place: number) => roundSentence(rounds[place] ?? round, names.get((rounds[place] ?? round).project)?.title ?? '', words, write);
  const go = (next: number) => {
    const place = Math.min(Math.max(next, 0), rounds.length - 1);
    setAt(place);
    announce(`${t('rounds.step', { round: place + 1, of: rounds.length })} ${sentenceOf(place)}`);
  };
  const onKey = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: rounds.length - 1 };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    go(next);
  };
  return (
    <div className={styles.rounds}>
      <p>{t(result.shares ? 'rounds.howShares' : 'rounds.howVotes')}</p>
      <div className={styles.stage} role="group" tabIndex={0} aria-label={t('rounds.keys')} onKeyDown={onKey}>
        <RoundPicture result={result} at={at} />
        <p className={styles.step}>
          <b>{t('rounds.step', { round: at + 1, of: rounds.length })}</b> {sentenceOf(at)}
        </p>
      </div>
      <div className={styles.moves}>
        <Button variant="secondary" disabled={at === 0} onClick={() => go(at - 1)}>{t('rounds.previous')}</Button>
        <Button variant="secondary" disabled={at === rounds.length - 1} onClick={() => go(at + 1)}>{t('rounds.next')}</Button>
        <span className={styles.left}>{t('rounds.left', { left: write(Math.floor(round.left)) })}</span>
      </div>
      <Disclosure label={t('rounds.table')}>
        <RoundsTable result={result} write={write} />
      </Disclosure>
    </div>
  );
}

function roundSentence(round: ShownRound, title: string, { t }: WordsOfSlice, write: (cents: number) => string): string {
  if (round.by === 'free') return t('rounds.free', { title });
  if (round.by === 'votes') return t(`rounds.fate.${round.fate ?? 'funded'}`, { title, count: round.votes ?? 0, left: write(round.left) });
  const rest = round.restVoters ?? 0;
  const paid = t('rounds.paid', { title, count: round.fullVoters ?? 0, price: write(Math.floor(Number(round.price))) });
  return rest > 0 ? `${paid} ${t('rounds.rest', { count: rest, paid: write(Math.floor(Number(round.restPaid))) })}` : paid;
}

function RoundsTable({ result: { rounds, projects }, write }: { result: ShownResult; write(cents: number): string }) {
  const { t } = useWords('budgeting');
  const names = new Map(projects.map(({ id, title }) => [id, title]));
  const columns = [
    { key: 'project', label: t('rounds.column.project'), type: 'text' as const },
    { key: 'round', label: t('rounds.column.round'), type: 'number' as const },
    { key: 'by', label: t('rounds.column.by'), type: 'text' as const },
    { key: 'votes', label: t('rounds.column.votes'), type: 'number' as const },
    { key: 'price', label: t('rounds.column.price'), type: 'text' as const },
    { key: 'full', label: t('rounds.column.full'), type: 'number' as const },
    { key: 'rest', label: t('rounds.column.rest'), type: 'number' as const },
    { key: 'left', label: t('rounds.column.left'), type: 'text' as const },
  ];
  const rows = rounds.map((round, at) => ({
    project: names.get(round.project) ?? round.project, round: at + 1, by: t(`rounds.by.${round.by === 'votes' ? (round.fate ?? 'funded') : round.by}`),
    votes: round.by === 'votes' ? round.votes : round.by === 'shares' ? Number(round.effectiveVotes) : null, price: round.price ? write(Math.floor(Number(round.price))) : null,
    full: round.fullVoters, rest: round.restVoters, left: write(Math.floor(round.left)),
  }));
  return <Table caption={t('rounds.title')} columns={columns} rows={rows} />;
}
