import { describe, expect, it } from 'vitest';
import { different, type Pair, same } from './pairs.builders';
import { comparable, rarity, similarity, threshold } from './similarity';

const all = [...same, ...different].flatMap(({ one, other }) => [comparable(...one), comparable(...other)]);
const frequency = new Map<string, number>();
for (const { terms } of all) for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
const rare = rarity(frequency, all.length);
const score = ({ one, other }: Pair) => similarity(comparable(...one), comparable(...other), rare);

describe('a citizen who writes what somebody has written already', () => {
  const found = same.filter((pair) => score(pair) >= threshold);
  const mistaken = different.filter((pair) => score(pair) >= threshold);

  it('is shown it in at least nine cases of ten, whatever the words', () => {
    const recall = found.length / same.length;
    const missed = same.filter((pair) => !found.includes(pair)).map((pair) => `${score(pair).toFixed(2)} ${pair.one[0]} / ${pair.other[0]}`);
    expect(recall, `recall ${recall.toFixed(2)}; missed:\n${missed.join('\n')}`).toBeGreaterThanOrEqual(0.9);
  });

  it('is hardly ever shown something else, though it speaks of the same street', () => {
    const precision = found.length / (found.length + mistaken.length);
    const list = mistaken.map((pair) => `${score(pair).toFixed(2)} ${pair.one[0]} / ${pair.other[0]}`);
    expect(precision, `precision ${precision.toFixed(2)}; mistaken:\n${list.join('\n')}`).toBeGreaterThanOrEqual(0.9);
  });

  it('is found whatever the accents, capitals, final sigmas and the order of the words', () => {
    const text = comparable('Ποδηλατόδρομος από τον σταθμό ως την παραλία', 'Μια ασφαλής λωρίδα.');
    const loud = comparable('ΠΑΡΑΛΙΑ ΩΣ ΣΤΑΘΜΟΣ ΠΟΔΗΛΑΤΟΔΡΟΜΟΣ', 'ΛΩΡΙΔΑ ΑΣΦΑΛΗΣ');
    expect(similarity(text, loud, rare)).toBeGreaterThan(0.9);
  });

  it('counts nothing where there is nothing to compare', () => {
    expect(similarity(comparable('', ''), comparable('Κάτι', 'άλλο'), rare)).toBe(0);
    expect(similarity(comparable('<script>alert(1)</script>', ''), comparable('και να με', ''), rare)).toBe(0);
  });
});
