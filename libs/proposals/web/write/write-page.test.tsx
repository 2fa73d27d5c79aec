import { act, configure, fireEvent, render, renderHook, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveLine, liveOver } from '@isegoria/realtime/web';
import { el as files } from '@isegoria/files/contracts';
import { el as identity } from '@isegoria/identity/contracts';
import { el } from '@isegoria/proposals/contracts';
import { Failure, Page, Stage } from '@isegoria/ui/web';
import { useDraft } from './use-draft';
import { Component as WritePage } from './write-page';
import { blank } from './written';

// A busy machine draws late; a test that waits longer is not a weaker test.
configure({ asyncUtilTimeout: 8000 });

const name = (el: string) => ({ el, en: el });
const city = {
  name: name('Δήμος'), population: 61_400, departments: [],
  districts: [{ id: 'kentro', name: name('Κεντρική ενότητα'), population: 1, centre: null, outline: [] }],
  categories: [{ id: 'green', name: name('Πράσινο και σκιά'), departmentId: 'environment' }],
};
const like = {
  score: 0.6,
  proposal: { id: 'p1', title: 'Σκιά για τους μαθητές', excerpt: 'Να μπουν τέντες.', lang: 'el', status: 'OPEN', supports: 12, answerDueAt: null, argumentsFor: 0, argumentsAgainst: 0, district: null, answer: null },
};

/** A city that keeps drafts, in the test's hand. */
function aCity({ confirmed = true, collects = true } = {}) {
  const save = vi.fn((_variables: Record<string, unknown>) => ({ saveDraft: { __typename: 'DraftSaved', id: 'D1', savedAt: '2026-05-01T09:03:00.000Z' } as object }));
  const submit = vi.fn(() => ({ submitProposal: { __typename: 'ProposalSubmitted', waits: false } }));
  const discard = vi.fn((): unknown => ({ discardDraft: { __typename: 'DraftDiscarded' } }));
  const answer = (operation: string, variables: Record<string, unknown>): unknown => {
    switch (operation) {
      case 'Me':
        return { me: { id: 'm', name: 'Μαρία', email: null, roles: ['citizen'], departmentId: null, districtId: null, locale: 'el', confirmed, hasPassword: true } };
      case 'City':
        return { city };
      case 'Proposal':
        return { proposal: null };
      case 'SimilarProposals':
        return { similarProposals: String(variables['title']).includes('Σκίαστρα') ? [like] : [] };
      case 'SaveDraft':
        return save(variables);
      case 'SubmitProposal':
        return submit();
      case 'CollectsProposals':
        return { collectsProposals: collects };
      case 'DiscardDraft':
        return discard();
      case 'TallyOf':
        return { tallies: [] };
      default:
        return {};
    }
  };
  return { save, submit, discard, answer };
}

const words = { proposals: el, ui: {}, identity, organisation: {}, files, votes: {} };
const show = ({ answer }: ReturnType<typeof aCity>) =>
  render(
    <Stage words={words} path="/proposals/D1/write" answer={answer}>
      <Routes>
        <Route path="proposals/:id/write" element={<WritePage />} />
        <Route path="proposals/:id" element={<Page title="Η σελίδα της" />} />
        <Route path="proposals" element={<p>Η λίστα</p>} />
        <Route path="proposals/:id/sent" element={<p>Έφτασε</p>} />
      </Routes>
    </Stage>,
  );
const field = (label: RegExp) => screen.findByRole('textbox', { name: label });

describe('a citizen who writes a proposal', () => {
  beforeEach(() => {
    sessionStorage.clear();
    liveOver(new LiveLine(() => new Promise(() => undefined)));
  });

  it('has the draft saved under one id when they pause, and is told so', async () => {
    const city = aCity();
    show(city);
    await userEvent.type(await field(/Τίτλος/), 'Βρύση');
    expect(await screen.findByText(/Το πρόχειρο αποθηκεύτηκε στις/)).toBeDefined();
    expect(city.save.mock.calls.map(([variables]) => variables['id'])).toEqual(['D1']);
    expect(city.save.mock.calls[0]?.[0]).toMatchObject({ input: { title: 'Βρύση', category: null, place: null } });
  });

  describe('whose draft was changed in another tab meanwhile', () => {
    const theirs = { title: 'Βρύση, από το κινητό', text: '', category: null, district: null, place: null, pictures: [], requestIds: [], draftVersion: 'theirs' };
    const overtaken = async () => {
      const city = aCity();
      city.save.mockReturnValueOnce({ saveDraft: { __typename: 'DraftOvertaken', proposal: theirs } });
      const page = show(city);
      await userEvent.type(await field(/Τίτλος/), 'Βρύση');
      expect(await screen.findByText(el.write.overtakenTitle)).toBeDefined();
      return { ...city, page };
    };

    it('has nothing written over, and may take the newer one', async () => {
      const { save } = await overtaken();
      await new Promise((wake) => setTimeout(wake, 1500));
      expect(save, 'not tried again by itself').toHaveBeenCalledTimes(1);
      await userEvent.click(screen.getByRole('button', { name: el.write.takeTheirs }));
      expect((await field(/Τίτλος/) as HTMLInputElement).value).toBe(theirs.title);
      await userEvent.type(await field(/Τίτλος/), '!');
      await waitFor(() => expect(save.mock.lastCall?.[0]).toMatchObject({ input: { title: `${theirs.title}!` }, version: { after: 'theirs' } }));
    });

    it('may keep what stands here, knowing of the other', async () => {
      const { save } = await overtaken();
      await userEvent.click(screen.getByRole('button', { name: el.write.keepMine }));
      expect(await screen.findByText(/Το πρόχειρο αποθηκεύτηκε στις/)).toBeDefined();
      expect(save.mock.lastCall?.[0]).toMatchObject({ input: { title: 'Βρύση' }, version: { after: 'theirs' } });
    });
  });

  it('has it saved after the version that it was written on, through a reload and though answers were lost', async () => {
    const city = aCity();
    const versions = () => city.save.mock.calls.map(([{ version }]) => version as { name: string; after: string | null });
    city.save.mockImplementationOnce(() => {
      throw new Failure('offline', null, 'offline');
    });
    const { unmount } = show(city);
    await userEvent.type(await field(/Τίτλος/), 'Βρύση');
    await waitFor(() => expect(versions()).toHaveLength(1), { timeout: 3000 });
    unmount();
    show(city);
    await waitFor(() => expect(versions()).toHaveLength(2), { timeout: 3000 });
    await userEvent.type(await field(/Τίτλος/), '!');
    await waitFor(() => expect(versions()).toHaveLength(3), { timeout: 3000 });
    const [lost, again, next] = versions();
    expect([lost?.after, again]).toEqual([null, lost]);
    expect(next?.after).toBe(lost?.name);
  });

  it('types on while a picture goes up, and nothing of it is lost when the picture is there', async () => {
    const kept = { id: 'one', url: '/files/one', thumbnailUrl: '/files/one/small', width: 800, height: 600, alt: '' };
    let arrive: (answer: Response) => void = () => undefined;
    vi.stubGlobal('fetch', () => new Promise<Response>((answered) => (arrive = answered)));
    show(aCity());
    await userEvent.type(await field(/Τίτλος/), 'Βρύση');
    const input = document.querySelector('input[type=file]');
    if (input) fireEvent.change(input, { target: { files: [new File(['1'], 'IMG_1.jpg', { type: 'image/jpeg' })] } });
    await userEvent.type(await field(/Τίτλος/), ' με νερό');
    await userEvent.click(screen.getByRole('button', { name: el.write.next }));
    expect(await screen.findByRole('link', { name: el.problem.pictures.pending }), 'nothing goes without it').toBeDefined();
    arrive(Response.json(kept, { status: 201 }));
    await screen.findByRole('textbox', { name: /Τι δείχνει/ });
    await waitFor(() => expect(screen.queryByText(el.problem.pictures.pending), 'it is there: nothing says otherwise').toBeNull());
    expect((await field(/Τίτλος/) as HTMLInputElement).value).toBe('Βρύση με νερό');
    vi.unstubAllGlobals();
  });

  it('is shown who has said it before, with the way to support that one instead', async () => {
    show(aCity());
    await userEvent.type(await field(/Τίτλος/), 'Σκίαστρα στα σχολεία');
    expect(await screen.findByRole('heading', { name: 'Ίσως το έχει προτείνει ήδη κάποιος' })).toBeDefined();
    expect(screen.getByRole('link', { name: 'Σκιά για τους μαθητές' }).getAttribute('href')).toBe('/proposals/p1');
    expect(screen.getByText('Στήριξε αυτήν, αντί να γράψεις νέα')).toBeDefined();
  });

  it('who put a pin without an address is told so at the place, and the pin stays', async () => {
    sessionStorage.setItem('isegoria:draft:D1', JSON.stringify({ written: { ...blank, place: { label: '', districtId: 'kentro', lat: 38, lng: 23 } }, version: { after: null, name: 'n' } }));
    const city = aCity();
    show(city);
    await userEvent.click(await screen.findByRole('button', { name: el.write.next }));
    const problem = await screen.findByRole('link', { name: el.problem.place.required });
    await userEvent.click(problem);
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: el.write.place }));
    await waitFor(() => expect(city.save.mock.lastCall?.[0]).toMatchObject({ input: { place: { label: '', lat: 38, lng: 23 } } }), { timeout: 3000 });
  });

  it.each([
    ['RETURNED', true, el.write.editLeadWaits, el.check.editedWaits],
    ['OPEN', false, el.write.editLead, el.check.edited],
  ])('who corrects one that is %s is promised no more than happens, and reads what came of it', async (status, waits, lead, said) => {
    const proposal = {
      id: 'D1', status, canEdit: true, mine: true, title: 'Βρύση με πόσιμο νερό', text: 'Στην πλατεία δεν υπάρχει νερό. Προτείνω μία βρύση για όλους.',
      category: { id: 'green', name: name('Πράσινο και σκιά') }, district: { id: 'kentro', name: name('Κεντρική ενότητα') }, place: null, pictures: [], requestIds: [], processId: null,
    };
    const city = aCity();
    const answer = (operation: string, variables: Record<string, unknown>) => {
      if (operation === 'Proposal') return { proposal };
      return operation === 'EditProposal' ? { editProposal: { __typename: 'ProposalEdited', waits } } : city.answer(operation, variables);
    };
    show({ ...city, answer });
    expect(await screen.findByText(lead)).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: el.write.next }));
    await userEvent.click(await screen.findByRole('button', { name: el.check.sendEdit }));
    expect(await screen.findByText('Η σελίδα της')).toBeDefined();
    expect(await screen.findByText(said)).toBeDefined();
  });

  it('is told all that is missing at once, and what they typed stays', async () => {
    const city = aCity();
    show(city);
    await userEvent.type(await field(/Τίτλος/), 'Βρύση');
    await userEvent.click(screen.getByRole('button', { name: 'Συνέχεια' }));
    expect(await screen.findByRole('link', { name: 'Γράψε λίγο μεγαλύτερο τίτλο, τουλάχιστον 10 χαρακτήρες' })).toBeDefined();
    for (const problem of ['Γράψε τι προτείνεις', 'Διάλεξε κατηγορία', 'Πες σε ποια περιοχή είναι']) expect(screen.getByRole('link', { name: problem })).toBeDefined();
    expect((await field(/Τίτλος/) as HTMLInputElement).value).toBe('Βρύση');
    expect(city.submit).not.toHaveBeenCalled();
  });

  it('is told at the top what will stand in the way, and may write all the same', async () => {
    show(aCity({ confirmed: false, collects: false }));
    await userEvent.type(await field(/Τίτλος/), 'Βρύση');
    expect(await screen.findByText(el.write.closedTitle)).toBeDefined();
    expect(await screen.findByText(el.write.unconfirmed)).toBeDefined();
    expect(screen.getByRole('button', { name: identity.account.resend })).toBeDefined();
  });

  it('is asked once before the draft is deleted, and keeps it where that did not go through', async () => {
    const city = aCity();
    city.discard.mockImplementationOnce(() => {
      throw new Failure('offline', null, 'offline');
    });
    show(city);
    const title = (await field(/Τίτλος/)) as HTMLInputElement;
    await userEvent.type(title, 'Βρύση');
    const press = async () => {
      await userEvent.click(await screen.findByRole('button', { name: el.write.discard }));
      await userEvent.click(await screen.findByRole('button', { name: el.write.discardYes }));
    };
    await userEvent.click(screen.getByRole('button', { name: el.write.discard }));
    await userEvent.click(await screen.findByRole('button', { name: el.write.discardNo }));
    expect(city.discard).not.toHaveBeenCalled();
    await press();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(title.value).toBe('Βρύση');
    await press();
    expect(await screen.findByText('Η λίστα')).toBeDefined();
    expect(sessionStorage.getItem('isegoria:draft:D1')).toBeNull();
  });

  it('is left nothing of a draft that was deleted while it was being saved', async () => {
    const city = aCity();
    const wrapper = ({ children }: { children: ReactNode }) => <Stage words={words} path="/" answer={city.answer}>{children}</Stage>;
    const { result } = renderHook(() => useDraft('D1', null, { processId: null, keep: true }), { wrapper });
    act(() => result.current.change({ title: 'Βρύση' }));
    city.save.mockImplementationOnce(() => {
      result.current.forget();
      return { saveDraft: { __typename: 'DraftSaved', id: 'D1', savedAt: '2026-05-01T09:03:00.000Z' } };
    });
    await act(async () => {
      await result.current.saveNow();
      await new Promise((wake) => setTimeout(wake, 1500));
    });
    expect(city.save, 'nor is it saved anew').toHaveBeenCalledTimes(1);
    expect(sessionStorage.getItem('isegoria:draft:D1')).toBeNull();
  });

  it('looks it over, sends it once, and arrives at what happens next', async () => {
    const city = aCity();
    show(city);
    await userEvent.type(await field(/Τίτλος/), 'Βρύση με πόσιμο νερό');
    await userEvent.type(await field(/Η πρόταση/), 'Στην πλατεία δεν υπάρχει νερό. Προτείνω μία βρύση για όλους.');
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: /Κατηγορία/ }), 'green');
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: /Περιοχή/ }), 'kentro');
    await userEvent.click(screen.getByRole('button', { name: 'Συνέχεια' }));
    await screen.findByRole('button', { name: 'Στείλε την πρόταση' });
    expect(screen.getByText('Πράσινο και σκιά')).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: `${el.check.change} Αλλαγή: Περιοχή` }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('combobox', { name: /Περιοχή/ })));
    await userEvent.click(screen.getByRole('button', { name: 'Συνέχεια' }));
    await screen.findByRole('button', { name: 'Στείλε την πρόταση' });
    await userEvent.dblClick(screen.getByRole('button', { name: 'Στείλε την πρόταση' }));
    await waitFor(() => expect(screen.getByText('Έφτασε')).toBeDefined());
    expect(city.submit).toHaveBeenCalledTimes(1);
  });
});
