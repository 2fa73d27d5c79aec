import { useWords } from '@isegoria/ui/web';
import type { ShownResult } from '../documents';
import styles from './result.module.css';

const wide = 720;
const high = 150;
const barHigh = 34;

/**
 * One step as a picture. On top the money of the area: what is given already, what this step gives, what is left. Under it who pays: across
 * are the voters, upwards what one pays, so that the coloured ground is the project's cost; the frame is everybody with their whole share.
 */
export function RoundPicture({ result, at }: { result: ShownResult; at: number }) {
  const { t } = useWords('budgeting');
  const round = result.rounds[at];
  const isShares = round?.by === 'shares' && result.shares !== null;
  return (
    <svg className={styles.picture} viewBox={`0 0 ${wide} ${isShares ? barHigh + 34 + high : barHigh + 2}`} role="img" aria-label={t('rounds.picture', { round: at + 1 })}>
      <Money result={result} at={at} />
      {isShares && <Payers result={result} at={at} />}
    </svg>
  );
}

function Money({ result: { rounds, projects, money }, at }: { result: ShownResult; at: number }) {
  const costs = new Map(projects.map(({ id, cost }) => [id, cost]));
  let from = 0;
  const parts = rounds.slice(0, at + 1).flatMap(({ project, by, fate }, place) => {
    if (by === 'votes' && fate !== 'funded') return [];
    const width = ((costs.get(project) ?? 0) / Math.max(money, 1)) * (wide - 2);
    const part = { project, x: 1 + from, width, isNow: place === at };
    from += width;
    return [part];
  });
  return (
    <g>
      <rect className={styles.all} x={1} y={1} width={wide - 2} height={barHigh} rx={6} />
      {parts.map(({ project, x, width, isNow }) => (
        <rect key={project} className={styles.part} data-now={isNow || undefined} x={x} y={1} width={Math.max(width - 1.5, 1)} height={barHigh} rx={3} />
      ))}
    </g>
  );
}

function Payers({ result: { rounds, shares, voters }, at }: { result: ShownResult; at: number }) {
  const { t } = useWords('budgeting');
  const round = rounds[at];
  const share = Number(shares?.last ?? 0);
  if (!round || share <= 0) return null;
  const [full, rest] = [round.fullVoters ?? 0, round.restVoters ?? 0];
  const across = (count: number) => (count / Math.max(voters, 1)) * (wide - 2);
  const up = (cents: number) => Math.min(high, (cents / share) * high);
  const ground = barHigh + 32 + high;
  const [price, each] = [up(Number(round.price)), rest > 0 ? up(Number(round.restPaid) / rest) : 0];
  return (
    <g>
      <text className={styles.label} x={1} y={barHigh + 24}>{t('rounds.payers')}</text>
      <rect className={styles.frame} x={1} y={ground - high} width={wide - 2} height={high} rx={4} />
      <rect className={styles.part} data-now x={1} y={ground - price} width={Math.max(across(full), 1)} height={Math.max(price, 1)} />
      {rest > 0 && <rect className={styles.rest} x={1 + across(full)} y={ground - each} width={across(rest)} height={Math.max(each, 1)} />}
    </g>
  );
}
