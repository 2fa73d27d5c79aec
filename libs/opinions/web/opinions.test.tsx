import { configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { el } from '@isegoria/opinions/contracts';
import { Stage } from '@isegoria/ui/web';
import type { ShownFinding, ShownOpinions } from './documents';
import OpinionsAbout from './opinions-about';
import { Component as OpinionsPage } from './opinions-page';

configure({ asyncUtilTimeout: 6000 });

const subject = { kind: 'proposal', id: 'skiastra' };
const statement = (id: string, answer: 'AGREE' | 'DISAGREE' | null = null) => ({ id, text: `Θέση <script>${id}</script>`, visibility: 'public' as const, mine: false, answer, decision: null });
const finding = (id: string, agrees: [number, number]): ShownFinding => ({
  statement: id, text: `Θέση ${id}`, agrees: agrees[0] + agrees[1], disagrees: 20 - agrees[0] - agrees[1], passes: 0, agreement: 0.5, disagreement: 0.1,
  groups: agrees.map((count, group) => ({ group, agrees: count, disagrees: 10 - count, passes: 0 })),
});

function someOpinions(fields: Partial<ShownOpinions> = {}): ShownOpinions {
  return {
    title: { el: 'Σκίαστρα', en: 'Shades' }, path: '/proposals/skiastra', open: true, waits: false, statements: 3, answered: 0, groupMinimum: 5, next: statement('1'), given: [], mine: [], standing: null,
    map: {
      version: 1, participants: 20, answers: 60,
      points: Array.from({ length: 20 }, (_, at) => ({ x: at < 10 ? -1 : 1, y: at / 20, people: 1, group: at < 10 ? 0 : 1 })),
      groups: [{ group: 0, people: 10, holds: [{ statement: 'b', text: 'Θέση β', agrees: true, share: 0.9 }] }, { group: 1, people: 10, holds: [] }],
      agreed: [finding('α', [9, 10])], split: [finding('β', [9, 1])], findings: [finding('α', [9, 10]), finding('β', [9, 1])],
    },
    ...fields,
  };
}

function aCity(opinions: ShownOpinions, me = true) {
  const said = vi.fn((_: Record<string, unknown>): unknown => ({
    answerOpinion: { __typename: 'OpinionAnswered', opinions: { ...opinions, answered: 1, next: statement('2'), given: [statement('1', 'AGREE')] } },
  }));
  const added = vi.fn((_: Record<string, unknown>): unknown => ({ addOpinion: { __typename: 'OpinionSaved', statement: statement('9') } }));
  const withdrawn = vi.fn((_: Record<string, unknown>): unknown => ({ withdrawOpinion: { __typename: 'OpinionSaved' } }));
  const answer = (operation: string, variables: Record<string, unknown>): unknown => {
    switch (operation) {
      case 'OpinionsOf':
        return { opinions };
      case 'Me':
        return { me: me ? { id: 'n', name: 'Νίκος', email: null, roles: ['citizen'], departmentId: null, districtId: null, locale: 'el', confirmed: true, hasPassword: true } : null };
      case 'AnswerOpinion':
        return said(variables);
      case 'WithdrawOpinion':
        return withdrawn(variables);
      case 'AddOpinion':
        return added(variables['input'] as Record<string, unknown>);
      default:
        return {};
    }
  };
  return { answer, said, added, withdrawn };
}

const show = ({ answer }: ReturnType<typeof aCity>) => render(<Stage words={{ opinions: el, ui: {} }} answer={answer}><OpinionsAbout subject={subject} /></Stage>);
const press = async (name: RegExp) => userEvent.click(await screen.findByRole('button', { name }));

it('the page is called in the reader’s language where the municipality keeps both', async () => {
  render(<Stage words={{ opinions: el, ui: {} }} locale="en" path="/opinions/proposal/skiastra" answer={aCity(someOpinions()).answer}><OpinionsPage /></Stage>);
  expect(await screen.findByRole('heading', { level: 1, name: 'Shades' })).toBeTruthy();
});

describe('a citizen who reads statements', () => {
  beforeEach(() => localStorage.clear());

  it('answers one with one press and gets the next', async () => {
    const city = aCity(someOpinions());
    show(city);
    expect(await screen.findByText('Θέση <script>1</script>')).toBeDefined();
    await press(/^Συμφωνώ/);
    expect(city.said).toHaveBeenCalledWith({ id: '1', answer: 'AGREE' });
    expect(await screen.findByText('Θέση <script>2</script>')).toBeDefined();
    expect(screen.getByText('1 από 3 θέσεις')).toBeDefined();
  });

  it('answers by the number keys while the focus is on the answers, and only then', async () => {
    const city = aCity(someOpinions());
    show(city);
    await screen.findByText('Θέση <script>1</script>');
    await userEvent.keyboard('2');
    expect(city.said).not.toHaveBeenCalled();
    (await screen.findByRole('button', { name: /^Διαφωνώ/ })).focus();
    await userEvent.keyboard('2');
    await waitFor(() => expect(city.said).toHaveBeenCalledWith({ id: '1', answer: 'DISAGREE' }));
  });

  it('goes back to the one before and says otherwise', async () => {
    const city = aCity(someOpinions({ answered: 1, next: statement('2'), given: [statement('1', 'AGREE')] }));
    show(city);
    await press(/Άλλαξε την προηγούμενη/);
    expect(await screen.findByText('Είχες απαντήσει: Συμφωνώ')).toBeDefined();
    await press(/^Διαφωνώ/);
    expect(city.said).toHaveBeenCalledWith({ id: '1', answer: 'DISAGREE' });
  });

  it('is told why an answer was not taken', async () => {
    const city = aCity(someOpinions());
    city.said.mockReturnValueOnce({ answerOpinion: { __typename: 'NotAllowed', reason: 'closed' } });
    show(city);
    await press(/^Δεν ξέρω/);
    expect(await screen.findByText(el.refused.closed)).toBeDefined();
    expect(screen.getByText('Θέση <script>1</script>')).toBeDefined();
  });

  it('may report what breaks a rule, and stands at the end when the last one is answered', async () => {
    const city = aCity(someOpinions());
    city.said.mockReturnValueOnce({ answerOpinion: { __typename: 'OpinionAnswered', opinions: { ...someOpinions(), next: null, answered: 3 } } });
    show(city);
    const report = await screen.findByRole('link', { name: 'Αναφορά: «Θέση <script>1</script>»' });
    expect(report.getAttribute('href')).toBe('/report/opinion/1');
    await press(/^Συμφωνώ/);
    expect(await screen.findByText(el.answer.done)).toBeDefined();
    expect(document.activeElement?.textContent).toContain(el.answer.done);
  });

  it('takes their own back after a question, and reads why one is hidden and how to object', async () => {
    const hidden = { ...statement('8'), visibility: 'hidden' as const, mine: true, decision: { rule: 2, reason: 'Η λέξη προσβάλλει.', caseId: 'case-1' } };
    const city = aCity(someOpinions({ mine: [hidden] }));
    show(city);
    expect(await screen.findByText('Κανόνας 2: Η λέξη προσβάλλει.')).toBeDefined();
    expect(screen.getByRole('link', { name: el.own.object }).getAttribute('href')).toBe('/moderation/cases/case-1/objection');
    await press(/^Απόσυρέ την: «Θέση <script>8/);
    expect(city.withdrawn).not.toHaveBeenCalled();
    await press(/^Ναι, απόσυρέ την/);
    await waitFor(() => expect(city.withdrawn).toHaveBeenCalledWith({ id: '8' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('puts right what a moderator sent back, right there', async () => {
    const returned = { ...statement('8'), visibility: 'returned' as const, mine: true, decision: { rule: 2, reason: 'Η λέξη προσβάλλει.', caseId: 'case-1' } };
    const city = aCity(someOpinions({ mine: [returned] }));
    show(city);
    await press(new RegExp(el.own.correct));
    const form = await screen.findByRole('form', { name: el.own.correctOf.replace('{{text}}', returned.text) });
    const text = within(form).getByRole<HTMLTextAreaElement>('textbox');
    expect(text.value).toBe(returned.text);
    await userEvent.clear(text);
    await userEvent.type(text, 'Πιο ευγενικά');
    await press(new RegExp(el.own.send));
    await waitFor(() => expect(city.added).toHaveBeenCalledWith(expect.objectContaining({ subject, corrects: '8', text: 'Πιο ευγενικά' })));
  });

  it('writes a statement, and learns when somebody said it already', async () => {
    const city = aCity(someOpinions());
    city.added.mockReturnValueOnce({ addOpinion: { __typename: 'OpinionThere', statement: statement('7') } });
    show(city);
    await press(/Λείπει κάτι/);
    await userEvent.type(screen.getByLabelText(/Η θέση σου/), 'Πιο πολλά δέντρα');
    await press(/Πρόσθεσέ την/);
    expect(await screen.findByText(el.add.there)).toBeDefined();
    await press(/Πρόσθεσέ την/);
    expect(await screen.findByText(el.add.sent)).toBeDefined();
    expect(city.added).toHaveBeenCalledTimes(2);
  });
});

describe('the map', () => {
  it('is told in words: the groups, where all agree, where the city splits', async () => {
    show(aCity(someOpinions()));
    expect(await screen.findByRole('img', { name: 'Χάρτης με 20 άτομα σε 2 ομάδες. Τα ίδια στοιχεία είναι στον πίνακα.' })).toBeDefined();
    expect(screen.getByText('Συμφωνεί (90%): «Θέση β»')).toBeDefined();
    expect(screen.getByText('Α: 90% συμφωνεί · Β: 10% συμφωνεί')).toBeDefined();
  });

  it('has a twin, a table with every statement', async () => {
    show(aCity(someOpinions()));
    await press(/σε πίνακα/);
    const table = await screen.findByRole('table', { name: el.table.caption });
    expect(within(table).getAllByRole('row')).toHaveLength(3);
  });

  it('says where the reader stands, and is not drawn while too few are there', async () => {
    const { unmount } = show(aCity(someOpinions({ standing: { x: 0, y: 0, group: 1 } })));
    expect(await screen.findByText(/Εσύ είσαι κοντά στην ομάδα Β/)).toBeDefined();
    unmount();
    show(aCity(someOpinions({ map: null })));
    expect(await screen.findByText(/μόλις 10 άτομα/)).toBeDefined();
  });
});
