import { describe, expect, it } from 'vitest';
import { faceOf, type FigureRow, type FigureShape } from './figure';
import { headlineOf } from './headline.rules';

const column = (key: string, type: FigureShape['columns'][number]['type'] = 'number', el = key, en = key) => ({ key, type, label: { el, en } });
const name = (el: string, en: string) => ({ el, en });
const works = name('Διεύθυνση Τεχνικών Υπηρεσιών', 'Technical Services');
const parks = name('Διεύθυνση Περιβάλλοντος', 'Environment');

describe('what waits for an answer', () => {
  const waiting: FigureShape = { chart: 'stacked', columns: [column('name', 'text'), column('onTime'), column('overdue')] };
  const rows = (...overdue: number[]): FigureRow[] => [works, parks].map((department, at) => ({ name: department, onTime: 3, overdue: overdue[at] ?? 0 }));

  it('is told with the department that most of the late ones wait for', () => {
    expect(headlineOf(waiting, rows(6, 1))).toEqual({ el: '7 απαντήσεις άργησαν, 6: Διεύθυνση Τεχνικών Υπηρεσιών', en: '7 answers are overdue, 6: Technical Services' });
    expect(headlineOf(waiting, rows(0, 4))?.en).toBe('4 answers are overdue, 4: Environment');
    expect(headlineOf(waiting, rows(1, 0))?.el).toBe('Μία απάντηση άργησε, Διεύθυνση Τεχνικών Υπηρεσιών');
  });

  it('blames nobody for half, and says when nothing is late', () => {
    expect(headlineOf(waiting, rows(3, 3))?.el).toBe('6 απαντήσεις άργησαν');
    expect(headlineOf(waiting, rows(0, 0))?.en).toBe('No answer is overdue');
  });

  it('is told in the words of its slice, where it is no answer', () => {
    const late = { none: name('Κανένα αίτημα δεν καθυστερεί', 'No request is late'), one: name('Ένα αίτημα καθυστερεί', 'One request is late'), many: name('# αιτήματα καθυστερούν', '# requests are late') };
    expect(headlineOf({ ...waiting, late }, rows(6, 1))?.el).toBe('7 αιτήματα καθυστερούν, 6: Διεύθυνση Τεχνικών Υπηρεσιών');
    expect(headlineOf({ ...waiting, late }, rows(0, 1))?.en).toBe('One request is late, Environment');
    expect(headlineOf({ ...waiting, late }, rows(0, 0))?.en).toBe('No request is late');
  });

  it('is told as a table with the late ones marked', () => {
    expect(faceOf(waiting)).toBe('waiting');
  });
});

describe('what citizens ask for', () => {
  const bars: FigureShape = { chart: 'bars', columns: [column('name', 'text'), column('proposals')] };
  const rows = (first: number, second: number): FigureRow[] => [{ name: works, proposals: first }, { name: parks, proposals: second }];

  it('names the first with its share, where it leads', () => {
    expect(headlineOf(bars, rows(20, 60))).toEqual({ el: 'Ξεχωρίζει: Διεύθυνση Περιβάλλοντος, 75%', en: 'Stands out: Environment, 75%' });
  });

  it('names none where two are close, where there is nothing, or where the names are months', () => {
    expect(headlineOf(bars, rows(50, 49))).toBeNull();
    expect(headlineOf(bars, rows(0, 0))).toBeNull();
    expect(headlineOf(bars, [])).toBeNull();
    expect(headlineOf(bars, [{ name: '2026-03', proposals: 9 }])).toBeNull();
  });
});

describe('what changes from week to week', () => {
  const line: FigureShape = { chart: 'line', columns: [column('week', 'date'), column('proposals', 'number', 'Προτάσεις', 'Proposals')] };
  const weeks = (...counts: number[]): FigureRow[] => counts.map((proposals) => ({ week: new Date(), proposals }));

  it('is a trend only where chance does not make it', () => {
    expect(headlineOf(line, weeks(5, 5, 5, 5, 15, 15, 15, 15))?.el).toBe('Προτάσεις: πληθαίνουν');
    expect(headlineOf(line, weeks(15, 15, 15, 15, 5, 5, 5, 5))?.en).toBe('Proposals: on the wane');
    expect(headlineOf(line, weeks(5, 6, 5, 5, 6, 7, 6, 5))?.en).toBe('Proposals: about as before');
    expect(headlineOf(line, weeks(1, 9))).toBeNull();
  });
});

describe('what the city thinks', () => {
  it('speaks by the line that came with it', () => {
    const opinions: FigureShape = { chart: 'stacked', columns: [column('decision', 'text'), ...['1', '2', '3', '4', '5'].map((step) => column(step))] };
    const headline = name('Δίκαιες, όχι όμως καλά εξηγημένες', 'Fair, but not well explained');
    expect(faceOf(opinions)).toBe('opinions');
    expect(headlineOf(opinions, [{ headline }])).toEqual(headline);
    expect(headlineOf(opinions, [{}])).toBeNull();
  });
});
