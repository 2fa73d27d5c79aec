import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Link, useLocation, useSearchParams } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { el } from '@isegoria/ui/contracts';
import { Form } from '../forms/form';
import { TextField } from '../forms/text-field';
import { Prose } from '../show/prose';
import { Row, Rows } from '../show/row';
import { Stage } from '../stage';
import { Page } from './page';
import { sayOnArrival } from './said-on-arrival';

afterEach(() => vi.restoreAllMocks());

/** Two pages; on the first a step, and a part that comes with a late answer. */
function City({ arrive }: { arrive: (show: () => void) => void }) {
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const [isThere, setThere] = useState(false);
  arrive(() => setThere(true));
  const step = search.get('step') ?? undefined;
  if (pathname === '/') return <Page title="Πρόταση" step={step}><Link to={step ? '?' : '?step=check'}>συνέχισε</Link> <Link to="?tag=trees">δέντρα</Link> <Link to="/acts#replies">απαντήσεις</Link></Page>;
  return <Page title="Πράξη">{isThere && <section id="replies">Απάντηση</section>}</Page>;
}

async function open() {
  let show = (): void => undefined;
  const scrolled = vi.spyOn(window, 'scrollTo').mockReturnValue(undefined);
  render(
    <Stage words={{ ui: el }}>
      <City arrive={(now) => (show = now)} />
    </Stage>,
  );
  await screen.findByRole('heading', { name: 'Πρόταση' });
  return { scrolled, show: () => act(show) };
}

const press = async (name: string) => userEvent.click(await screen.findByText(name));

it('who lands on a page after an act reads there, once, what came of it', async () => {
  sayOnArrival('Το πρόχειρο σβήστηκε');
  const { unmount } = render(<Stage words={{ ui: el }}><Page title="Προτάσεις" /></Stage>);
  expect(await screen.findByText('Το πρόχειρο σβήστηκε')).toBeDefined();
  unmount();
  render(<Stage words={{ ui: el }}><Page title="Αρχική" /></Stage>);
  await screen.findByRole('heading', { name: 'Αρχική' });
  expect(document.querySelector('article')?.textContent).toBe('Αρχική');
});

describe('a reader who goes on', () => {
  it('to another step of the same address starts at its top, with the headline', async () => {
    const { scrolled } = await open();
    await press('δέντρα');
    expect(document.activeElement).toBe(screen.getByText('δέντρα'));
    expect(scrolled).not.toHaveBeenCalled();
    await press('συνέχισε');
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Πρόταση' }));
    expect(scrolled).toHaveBeenCalledWith(0, 0);
  });

  it('to a part of another page comes to its headline first, and to the part as soon as it is there', async () => {
    const { show } = await open();
    await press('απαντήσεις');
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Πράξη' }));
    show();
    await vi.waitFor(() => expect(document.activeElement?.id).toBe('replies'));
  });

  it('is not taken to a part that comes when they have gone on by themselves', async () => {
    const { show } = await open();
    await press('απαντήσεις');
    await userEvent.tab();
    show();
    await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
    expect(document.activeElement?.id).not.toBe('replies');
  });
});

const WRONG = [{ field: 'title', code: 'required' }];

/** A check whose server finds something: the form comes back together with what is wrong. */
function Checked() {
  const [isBack, setBack] = useState(false);
  if (!isBack) return <Page key="check" step="check" title="Έλεγχος"><button onClick={() => setBack(true)}>Στείλε</button></Page>;
  return (
    <Page key="write" title="Νέα πρόταση">
      <Form words="ui" problems={WRONG} onSubmit={() => undefined}>
        <TextField name="title" label="Τίτλος" value="" onChange={() => undefined} />
      </Form>
    </Page>
  );
}

it('a writer who is sent back to the form finds on its top what is wrong, with the focus', async () => {
  render(<Stage words={{ ui: el }}><Checked /></Stage>);
  await press('Στείλε');
  const summary = await screen.findByRole('alert', { name: el.problem.heading });
  expect(summary.compareDocumentPosition(screen.getByRole('heading', { level: 1 }))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  await vi.waitFor(() => expect(document.activeElement).toBe(summary));
});

it('who listens in English hears what people wrote in the language in which they wrote it', async () => {
  render(
    <Stage words={{ ui: el }} locale="en">
      <Page title="Σκιά στην πλατεία" lang="el">
        <Rows>
          <Row title="Plus d’arbres" lang="fr" />
        </Rows>
        <Prose html="<p>Χρειάζεται.</p>" />
      </Page>
    </Stage>,
  );
  const languageOf = (element: HTMLElement) => element.closest('[lang]')?.getAttribute('lang');
  expect(languageOf(await screen.findByRole('heading', { level: 1 }))).toBe('el');
  expect(languageOf(screen.getByText('Plus d’arbres'))).toBe('fr');
  expect(languageOf(screen.getByText('Χρειάζεται.'))).toBe('el');
});
