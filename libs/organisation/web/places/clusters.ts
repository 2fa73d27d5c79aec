/** Where something stands on a drawing. */
export interface Spot {
  x: number;
  y: number;
}

/** Things that lie on each other, standing where the first of them does. */
export interface Cluster<Thing> extends Spot {
  things: Thing[];
}

/**
 * Puts together what stands nearer than `reach` to one that came before, so that no two of the answers do: each can be pressed. The drawing is walked
 * through by squares as wide as the reach, so that each thing is compared with its neighbours alone.
 */
export function clustersOf<Thing extends Spot>(things: readonly Thing[], reach: number): Cluster<Thing>[] {
  const clusters: Cluster<Thing>[] = [];
  const squares = new Map<string, Cluster<Thing>[]>();
  for (const thing of things) {
    const [column, row] = [Math.floor(thing.x / reach), Math.floor(thing.y / reach)];
    const near = around(column, row).flatMap((square) => squares.get(square) ?? []);
    const found = near.find(({ x, y }) => Math.hypot(x - thing.x, y - thing.y) < reach);
    if (found) {
      found.things.push(thing);
      continue;
    }
    const cluster = { x: thing.x, y: thing.y, things: [thing] };
    clusters.push(cluster);
    const square = `${column} ${row}`;
    squares.set(square, [...(squares.get(square) ?? []), cluster]);
  }
  return clusters;
}

function around(column: number, row: number): string[] {
  return [-1, 0, 1].flatMap((right) => [-1, 0, 1].map((down) => `${column + right} ${row + down}`));
}

const directions: Record<string, Spot> = { ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 }, ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 } };

/** What lies nearest in the direction of an arrow key, or null where nothing does. What lies aside counts as farther than what lies ahead. */
export function nextTowards<One extends Spot>(all: readonly One[], from: Spot, key: string): One | null {
  const way = directions[key];
  if (!way) return null;
  const far = (one: Spot) => {
    const [right, down] = [one.x - from.x, one.y - from.y];
    const ahead = right * way.x + down * way.y;
    return ahead > 0.01 ? ahead + 2 * Math.abs(right * way.y + down * way.x) : Infinity;
  };
  const nearest = all.reduce<{ one: One | null; far: number }>((best, one) => (far(one) < best.far ? { one, far: far(one) } : best), { one: null, far: Infinity });
  return nearest.one;
}
