import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Stage } from '@isegoria/ui/web';
import { el as ui } from '@isegoria/ui/contracts';
import { el, en, joinedKey, newBoxKey, type NewBoxKey, paperSize, sealedLength, unpadded, unseal } from '@isegoria/votes/contracts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { receipts } from '../receipts';
import { BallotForm, type BallotLabels } from './ballot-form';

const id = 'budget:2026';
const works = { id: 'works', options: ['bench', 'trees', 'school'], form: 'approval', most: 2, money: 100, costs: [60, 40, 100], points: null };
const share = { id: 'share', options: ['young', 'old'], form: 'points', most: null, money: null, costs: [], points: 10 };
const order = { id: 'order', options: ['bench', 'trees', 'school'], form: 'ranking', most: 2, money: null, costs: [], points: null };
const single = { id: 'bench', options: ['bench', 'trees'], form: 'single', most: null, money: null, costs: [], points: null };
type Shown = typeof works | typeof share | typeof order | typeof single;

const names: Record<string, string> = { bench: 'Παγκάκια <b>', trees: 'Δέντρα', school: 'Σχολείο', young: 'Παιδιά', old: 'Ηλικιωμένοι' };
const labels: BallotLabels = { question: (question) => `Ερώτηση ${question}`, option: (_question, option) => ({ label: names[option] ?? option, lang: 'el' }), money: (amount) => `${amount} €` };

interface Sending {
  answers: { questionId: string; optionId: string; points?: number }[];
  nonce: string;
  sealed?: string;
}

const everybody = { verified: false, minimumAge: null, list: null, listTitle: null, entitled: null };

/** A city in the test's hand. */
function aCity(questions: Shown[], { secrecy = 'secret', key = null as NewBoxKey | null, hasSealed = false, locale = 'el' as 'el' | 'en', electorate = {}, reason = null as string | null } = {}) {
  const promise = { leafHash: 'aGFzaA==', index: 0, size: 1, path: [], note: 'note' };
  const leaf = JSON.stringify({ v: 1, type: 'vote', ballot: id, kind: 'budget', press: 'p', channel: 'online', commitment: 'c' });
  const cast = vi.fn((_sent: Sending): unknown => ({ castVote: { __typename: 'VoteCast', seq: 7, leaf, promise } }));
  const box = key && { state: 'ready', publicKey: key.publicKey, size: paperSize(questions as Parameters<typeof paperSize>[0]) };
  const ballot = { id, kind: 'budget', secrecy, isOpen: true, opensAt: null, closesAt: null, districts: [], channels: [], questions, electorate: { ...everybody, ...electorate }, box };
  const answer = (operation: string, variables: Record<string, unknown>) => {
    if (operation === 'BallotOf') return { ballot };
    if (operation === 'VotingRightOn') return { votingRight: { ballotId: id, mayVote: reason === null, reason } };
    if (operation === 'City') return { city: { name: { el: '', en: '' }, population: 0, districts: [], departments: [], categories: [] } };
    if (operation === 'MyVotes') return { myVotes: [{ ballotId: id, answers: [], isSealed: hasSealed }] };
    return cast(variables as unknown as Sending);
  };
  render(<Stage words={{ ui, votes: locale === 'el' ? el : en }} locale={locale} answer={answer}><BallotForm ballotId={id} labels={labels} /></Stage>);
  return { cast };
}

const press = async (name: RegExp | string) => userEvent.click(await screen.findByRole('button', { name }));
const castIt = () => press(/Ρίξε το ψηφοδέλτιο|Άλλαξε την ψήφο/);
const isIn = () => screen.findByText('Η ψήφος σου είναι μέσα.', { selector: 'p' }, { timeout: 5000 });

// The test's window has arrays of its own, which Node's cryptography does not know; a browser has one sort only.
const { buffer } = Buffer.from('');
vi.stubGlobal('ArrayBuffer', buffer.constructor);
vi.stubGlobal('Uint8Array', Object.getPrototypeOf(Buffer));

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

describe('a citizen with a ballot paper', () => {
  it.each([works, order, single])('who reads in English hears the Greek words of an option as Greek, in a ballot of the form $form', async (question) => {
    aCity([question], { locale: 'en' });
    const [first = ''] = question.options;
    expect((await screen.findByText(names[first] ?? '')).lang).toBe('el');
  });

  it('fills a cart, sees what the money still allows, and cannot put in what no more fits', async () => {
    const { cast } = aCity([works]);
    await userEvent.click(await screen.findByLabelText('Παγκάκια <b>'));
    expect(screen.getByText('Απομένουν 40 € από 100 €')).toBeDefined();
    expect(screen.getByText(/100 € · δεν χωράει πια/)).toBeDefined();
    await userEvent.click(screen.getByLabelText('Σχολείο'));
    expect(screen.getByLabelText<HTMLInputElement>('Σχολείο').checked).toBe(false);
    await userEvent.click(screen.getByLabelText('Δέντρα'));
    await castIt();
    await isIn();
    expect(cast.mock.lastCall?.[0].answers).toEqual([{ questionId: 'works', optionId: 'bench' }, { questionId: 'works', optionId: 'trees' }]);
  });

  it('shares out points, and hears of too many before anything is sent', async () => {
    const { cast } = aCity([share]);
    await userEvent.type(await screen.findByLabelText('Παιδιά'), '7');
    await userEvent.type(screen.getByLabelText('Ηλικιωμένοι'), '9');
    await castIt();
    expect((await screen.findByRole('alert')).textContent).toContain('Μοίρασες περισσότερους βαθμούς');
    expect(cast).not.toHaveBeenCalled();
    await userEvent.clear(screen.getByLabelText('Ηλικιωμένοι'));
    await userEvent.type(screen.getByLabelText('Ηλικιωμένοι'), '3');
    expect(screen.getByText('Απομένουν 0 από 10 βαθμούς')).toBeDefined();
    await castIt();
    await isIn();
    expect(cast.mock.lastCall?.[0].answers).toEqual([{ questionId: 'share', optionId: 'young', points: 7 }, { questionId: 'share', optionId: 'old', points: 3 }]);
  });

  it('puts options in order by the keyboard alone', async () => {
    const { cast } = aCity([order]);
    (await screen.findByRole('button', { name: 'Πρόσθεσε: Δέντρα' })).focus();
    await userEvent.keyboard('{Enter}');
    // Its line went to the order; the one that stands there now has the focus, its button one Tab further.
    expect(document.activeElement?.textContent).toMatch(/^Σχολείο/);
    await userEvent.keyboard('{Tab}{Enter}');
    expect(screen.getByRole('button', { name: 'Πρόσθεσε: Παγκάκια <b>' })).toHaveProperty('disabled', true);
    await press('Πάνω: Σχολείο');
    expect(document.activeElement?.textContent).toMatch(/^1\. Σχολείο/);
    const mine = within(screen.getByRole('list', { name: 'Η σειρά σου' })).getAllByRole('listitem');
    expect(mine.map((item) => item.textContent?.replace(/Πάνω.*/, ''))).toEqual(['1. Σχολείο', '2. Δέντρα']);
    await castIt();
    await isIn();
    expect(cast.mock.lastCall?.[0].answers.map(({ optionId }) => optionId)).toEqual(['school', 'trees']);
  });

  it('finds the paper as it was after a reload, until it is cast', async () => {
    const { cast } = aCity([single]);
    await userEvent.click(await screen.findByLabelText('Δέντρα'));
    await waitFor(() => expect(sessionStorage.getItem(`isegoria:ballot:${id}`)).toContain('trees'));
    await castIt();
    await isIn();
    expect(sessionStorage.length).toBe(0);
    expect(cast).toHaveBeenCalledTimes(1);
  });
});

describe('a sealed ballot paper', () => {
  it('leaves the browser so that only the box’s key can read it, always of one length', async () => {
    const key = await newBoxKey(id);
    const { cast } = aCity([works], { secrecy: 'sealed', key });
    expect(await screen.findByText(/κρυπτογραφείται εδώ/)).toBeDefined();
    await userEvent.click(await screen.findByLabelText('Δέντρα'));
    await castIt();
    await isIn();
    const sent = cast.mock.lastCall?.[0];
    expect(sent?.answers).toEqual([]);
    expect(JSON.stringify(sent)).not.toContain('trees');
    expect(sent?.sealed).toHaveLength(sealedLength(64));
    const opened = await unseal({ ballotId: id, key: (await joinedKey(key.publicKey, key.shares.slice(1))) ?? new Uint8Array() }, sent?.sealed ?? '');
    expect(unpadded(opened ?? new Uint8Array())).toEqual(['works:trees']);
  });

  it('leaves a receipt that holds no choice, and no choice anywhere in the browser', async () => {
    aCity([works], { secrecy: 'sealed', key: await newBoxKey(id) });
    await userEvent.click(await screen.findByLabelText('Δέντρα'));
    await castIt();
    await isIn();
    expect(receipts()).toHaveLength(1);
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('trees');
  });

  it('goes again under the same nonce and the same seal while nobody knows what became of it', async () => {
    const { cast } = aCity([works], { secrecy: 'sealed', key: await newBoxKey(id) });
    cast.mockReturnValueOnce({ castVote: { __typename: 'NotKept', retryAfterSeconds: 1 } });
    await userEvent.click(await screen.findByLabelText('Δέντρα'));
    await castIt();
    await isIn();
    expect(cast).toHaveBeenCalledTimes(2);
    expect(cast.mock.calls[0]?.[0]).toEqual(cast.mock.calls[1]?.[0]);
  });

  it('says that a former one is replaced', async () => {
    aCity([works], { secrecy: 'sealed', key: await newBoxKey(id), hasSealed: true });
    expect(await screen.findByText(/είναι ήδη στην κάλπη/)).toBeDefined();
  });

  it('cannot be filled while the box has no key', async () => {
    aCity([works], { secrecy: 'sealed', locale: 'en' });
    expect(await screen.findByText("The box waits for its trustees' key.")).toBeDefined();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is refused in words when the voting ended meanwhile', async () => {
    const { cast } = aCity([works], { secrecy: 'sealed', key: await newBoxKey(id) });
    cast.mockReturnValue({ castVote: { __typename: 'BallotClosed', closedAt: '2026-05-01T12:00:00Z' } });
    await userEvent.click(await screen.findByLabelText('Δέντρα'));
    await castIt();
    expect((await screen.findByRole('alert')).textContent).toContain('Έκλεισε');
    expect(receipts()).toHaveLength(0);
  });
});

describe('who may vote', () => {
  const parents = { minimumAge: 16, list: 'parents', listTitle: { el: 'Γονείς <script>', en: 'Parents' }, entitled: 312 };

  it('is said before the paper: by which rules, how many they are, and that the reader is one of them', async () => {
    aCity([single], { electorate: parents });
    expect(await screen.findByText('Από 16 ετών · Μέλη του καταλόγου «Γονείς <script>»')).toBeDefined();
    expect(screen.getByText('312 άτομα, όταν ανακοινώθηκε')).toBeDefined();
    expect(await screen.findByText('Μπορείς να ψηφίσεις.')).toBeDefined();
  });

  it.each([['birth_year', /δεν ξέρουμε το έτος/, true], ['birth_year_unverified', /δείξε την ταυτότητά σου/, false], ['list', /δεν είσαι σε αυτόν/, false], ['district', /άλλης περιοχής/, true], ['no_district', /δεν έχεις πει σε ποια μένεις/, true]] as const)('and why the reader is none of them: %s', async (reason, why, isTheirsToMend) => {
    aCity([single], { electorate: { ...parents, verified: true }, reason });
    expect(await screen.findByText('Δεν μπορείς να ψηφίσεις εδώ')).toBeDefined();
    expect(screen.getByText(why)).toBeDefined();
    expect(screen.getByText(/με έτος γέννησης από μητρώο ή ταυτότητα/)).toBeDefined();
    expect(screen.queryByRole('link', { name: 'Ο λογαριασμός σου' }) !== null).toBe(isTheirsToMend);
  });
});
