import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el } from '@isegoria/budgeting/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage, type Words } from '@isegoria/ui/web';
import { el as votes } from '@isegoria/votes/contracts';
import { Link, Route, Routes, useLocation } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { Component as VotePage } from './vote-page';

const both = (el: string) => ({ el, en: el });
const aProject = (id: string, areaId: string, title: string, cost: number, categoryId: string) => ({ id, number: 1, areaId, title, text: '<script>', lang: 'el', categoryId, cost, feasibility: 'feasible', isFunded: null, work: null });
const budgetProjects = [aProject('pool', 'city', 'Κολυμβητήριο', 90_000_00, 'sport'), aProject('trees', 'city', 'Δέντρα', 10_000_00, 'green'), aProject('bench', 'limani', 'Παγκάκια', 5_000_00, 'green')];
const city = { name: both('Πόλη'), population: 1, departments: [], categories: [{ id: 'sport', name: both('Αθλητισμός') }, { id: 'green', name: both('Πράσινο') }], districts: [{ id: 'limani', name: both('Λιμάνι') }] };
const areas = ['city', 'limani'].map((id) => ({ id, money: 100_000_00, ballotId: `budget:b.${id}` }));
const budget = { id: 'b', title: both('Προϋπολογισμός'), currency: 'EUR', stage: 'voting', areas };

/** A city with two ballots; what is in them stays while pages come and go. */
function aCity({ districtId = 'limani' as string | null, secrecy = 'secret' } = {}) {
  const standing = new Map<string, object[]>();
  const answer = (operation: string, variables: Record<string, unknown>) => {
    const id = String(variables['id'] ?? variables['ballotId'] ?? '');
    const options = budgetProjects.filter(({ areaId }) => id.endsWith(areaId));
    const answers: Record<string, () => unknown> = {
      Budget: () => ({ budget: id === 'b' ? budget : null }),
      BudgetProjects: () => ({ budgetProjects }),
      BallotOf: () => ({ ballot: { id, kind: 'budget', secrecy, isOpen: true, opensAt: null, closesAt: null, districts: [], channels: [], box: { state: 'ready', publicKey: 'k', size: 100 }, electorate: { entitled: null, verified: false, minimumAge: null, list: null }, questions: [{ id: 'projects', form: 'approval', options: options.map((one) => one.id), costs: options.map(({ cost }) => cost), money: 100_000_00, most: null, points: null }] } }),
      MyVotes: () => ({ myVotes: (variables['ballotIds'] as string[]).map((ballotId) => ({ ballotId, answers: secrecy === 'sealed' ? [] : (standing.get(ballotId) ?? []), isSealed: secrecy === 'sealed' && standing.has(ballotId) })) }),
      VotingRightOn: () => ({ votingRight: { ballotId: id, mayVote: true, reason: null } }),
      City: () => ({ city }),
      Me: () => ({ me: { id: 'maria', roles: ['citizen'], districtId, confirmed: true } }),
      CastVote: () => {
        standing.set(id, variables['answers'] as object[]);
        return { castVote: { __typename: 'VoteCast', seq: 1, leaf: `leaf of ${id}`, promise: { leafHash: 'aA==', index: 0, size: 1, path: [], note: 'note' } } };
      },
    };
    return answers[operation]?.();
  };
  const words = { budgeting: el as Words, ui, votes, identity: {}, organisation: {} };
  const visit = (path: string) =>
    render(
      <Stage words={words} answer={answer} path={path}>
        <Routes>
          <Route path="/budgets/:id/vote/:areaId" element={<VotePage />} />
        </Routes>
        <Link to="/budgets/b/vote/city">για όλη την πόλη</Link>
        <Address />
      </Stage>,
    );
  return { visit, standing };
}

const Address = () => <output aria-label="διεύθυνση">{useLocation().search}</output>;
const address = () => screen.getByLabelText('διεύθυνση').textContent;
const press = async (role: 'button' | 'link', name: string | RegExp) => userEvent.click(await screen.findByRole(role, { name }));
const headline = (name: string) => screen.findByRole('heading', { level: 1, name });

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

describe('a citizen with two ballots', () => {
  it('has not voted in the second because they voted in the first: what they chose there waits as they left it', async () => {
    aCity().visit('/budgets/b/vote/limani');
    await press('button', 'Βάλε στο καλάθι: Παγκάκια');
    await press('link', 'για όλη την πόλη');
    await press('button', 'Βάλε στο καλάθι: Δέντρα');
    await press('link', 'Δες την ψήφο σου (1)');
    await press('button', 'Στείλε την ψήφο μου');
    await headline('Ψήφισες: Όλη η πόλη');
    await press('link', 'Ψήφισε και εδώ: Λιμάνι');
    await headline('Ψήφισε: Λιμάνι');
    await press('link', 'Δες την ψήφο σου (1)');
    await press('button', 'Στείλε την ψήφο μου');
    await headline('Ψήφισες: Λιμάνι');
  });

  it.each(['secret', 'sealed'])('finds the confirmation again when the page of a %s ballot is loaded anew, and at no address before the vote is in', async (secrecy) => {
    const { visit, standing } = aCity({ secrecy });
    const before = visit('/budgets/b/vote/city?step=done');
    await headline('Ψήφισε: Όλη η πόλη');
    before.unmount();
    standing.set('budget:b.city', [{ questionId: 'projects', optionId: 'trees', points: null }]);
    visit('/budgets/b/vote/city?step=done');
    await headline('Ψήφισες: Όλη η πόλη');
  });

  it('has the confirmation in the address once it is cast', async () => {
    aCity().visit('/budgets/b/vote/city');
    await press('button', 'Βάλε στο καλάθι: Δέντρα');
    await press('link', 'Δες την ψήφο σου (1)');
    await press('button', 'Στείλε την ψήφο μου');
    await headline('Ψήφισες: Όλη η πόλη');
    await waitFor(() => expect(address()).toBe('?step=done'));
  });

  it('is told how to get the ballot of their district, where they never said which it is', async () => {
    const { visit, standing } = aCity({ districtId: null });
    standing.set('budget:b.city', [{ questionId: 'projects', optionId: 'trees', points: null }]);
    visit('/budgets/b/vote/city?step=done');
    expect((await screen.findByRole('link', { name: 'Πες το στον λογαριασμό σου' })).getAttribute('href')).toBe('/account');
  });
});

describe('a citizen who looks for a project', () => {
  it('finds the list as they narrowed it when they come back, and one button for the whole', async () => {
    const { visit } = aCity();
    visit('/budgets/b/vote/city?category=green&cost=30000');
    const list = within(await screen.findByRole('list', { name: 'Τα έργα' }));
    expect(list.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual(['Δέντρα']);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Κατηγορία', hidden: true }), 'sport');
    expect(address()).toBe('?cost=30000&category=sport');
    expect(await screen.findByText('Κανένα έργο με αυτά τα φίλτρα')).toBeDefined();
    await press('button', 'Καθάρισε τα φίλτρα');
    expect(list.getAllByRole('heading')).toHaveLength(2);
  });

  it('reads «Βάλε» or «Βγάλε», and not that one of them is pressed', async () => {
    aCity().visit('/budgets/b/vote/city');
    await press('button', 'Βάλε στο καλάθι: Δέντρα');
    expect((await screen.findByRole('button', { name: 'Βγάλε από το καλάθι: Δέντρα' })).hasAttribute('aria-pressed')).toBe(false);
  });
});
