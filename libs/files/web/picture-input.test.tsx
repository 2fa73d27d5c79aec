import { useState } from 'react';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Stage } from '@isegoria/ui/web';
import { el as files } from '@isegoria/files/contracts';
import { el as identity } from '@isegoria/identity/contracts';
import { PictureInput } from './picture-input';
import type { UploadedPicture } from './upload';

const words = { files, identity, ui: { problem: { prefix: 'Πρόβλημα: ' }, optional: '(προαιρετικό)' } };
const kept = { id: 'one', url: '/files/one', thumbnailUrl: '/files/one/small', width: 800, height: 600, alt: '' };
const aPicture = (bytes = 10) => new File([new Uint8Array(bytes)], 'IMG_1.jpg', { type: 'image/jpeg' });
const said: Record<string, unknown>[] = [];

function Form({ most = 1 }) {
  const [pictures, setPictures] = useState<UploadedPicture[]>([]);
  const [isGone, go] = useState(false);
  if (isGone) return null;
  return (
    <>
      <PictureInput name="pictures" optional most={most} value={pictures} onChange={setPictures} />
      <button onClick={() => go(true)}>Συνέχεια</button>
    </>
  );
}

function renderForm(most = 1) {
  return render(
    <Stage words={words} answer={(_, variables) => (said.push(variables), { describePicture: { __typename: 'Picture' } })}>
      <Form most={most} />
    </Stage>,
  );
}

async function choose(...files: File[]): Promise<void> {
  await screen.findByRole('button', { name: 'Διάλεξε φωτογραφία' });
  const input = document.querySelector('input[type=file]');
  if (input) fireEvent.change(input, { target: { files } });
}

describe('a citizen who adds a picture', () => {
  const answers = vi.fn<() => Promise<Response>>();
  beforeEach(() => void vi.stubGlobal('fetch', answers));
  afterEach(() => {
    vi.unstubAllGlobals();
    answers.mockReset();
    said.length = 0;
  });

  it('sees it, says what it shows, and may take it back', async () => {
    answers.mockResolvedValue(Response.json(kept, { status: 201 }));
    const { container } = renderForm();
    await choose(aPicture());
    const alt = await screen.findByRole('textbox', { name: 'Τι δείχνει;' });
    expect(container.querySelector('img')?.getAttribute('src')).toBe('/files/one/small');
    await userEvent.type(alt, 'Μια βρύση');
    await waitFor(() => expect(said).toContainEqual({ id: 'one', alt: 'Μια βρύση' }), { timeout: 3000 });
    await userEvent.click(screen.getByRole('button', { name: 'Αφαίρεσέ την' }));
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByRole('button', { name: 'Διάλεξε φωτογραφία' })).toBeTruthy();
  });

  it('goes on at once, and what they typed last is not lost', async () => {
    answers.mockResolvedValue(Response.json(kept, { status: 201 }));
    renderForm();
    await choose(aPicture());
    await userEvent.type(await screen.findByRole('textbox', { name: 'Τι δείχνει;' }), 'Βρύση');
    fireEvent.click(screen.getByText('Συνέχεια'));
    expect(said).toEqual([{ id: 'one', alt: 'Βρύση' }]);
  });

  it('is told how many of those they chose had no room', async () => {
    answers.mockImplementation(() => Promise.resolve(Response.json({ ...kept, id: crypto.randomUUID() }, { status: 201 })));
    renderForm(2);
    await choose(aPicture(), aPicture(), aPicture());
    expect(await screen.findByText('Έως 2 εδώ: 1 φωτογραφία δεν ανέβηκε.')).toBeTruthy();
    expect(await screen.findAllByRole('textbox', { name: 'Τι δείχνει;' })).toHaveLength(2);
  });

  it('may drop it onto the field', async () => {
    answers.mockResolvedValue(Response.json(kept, { status: 201 }));
    renderForm();
    fireEvent.drop(await screen.findByText('ή σύρε την εδώ'), { dataTransfer: { files: [aPicture()] } });
    expect(await screen.findByRole('textbox', { name: 'Τι δείχνει;' })).toBeTruthy();
  });

  it('is told beside the field why it was not taken, with the limit', async () => {
    answers.mockResolvedValue(Response.json({ code: 'too_many_pixels', limit: 40_000_000 }, { status: 422 }));
    renderForm();
    await choose(aPicture());
    expect(await screen.findByText(/χωράει έως 40 εκατομμύρια εικονοστοιχεία/)).toBeTruthy();
    const group = screen.getByRole('group', { name: /Φωτογραφία/ });
    expect(document.getElementById(group.getAttribute('aria-describedby')?.split(' ').at(-1) ?? '')?.textContent).toContain('40 εκατομμύρια');
  });

  it('has the letter sent again right there, where the address waits to be confirmed', async () => {
    answers.mockResolvedValueOnce(Response.json({ code: 'unconfirmed', limit: null }, { status: 403 })).mockResolvedValueOnce(Response.json(kept, { status: 201 }));
    renderForm();
    await choose(aPicture());
    expect(await screen.findByText(files.problem.unconfirmed)).toBeTruthy();
    expect(screen.getByRole('button', { name: identity.account.resend })).toBeTruthy();
    await choose(aPicture());
    await waitFor(() => expect(screen.queryByRole('button', { name: identity.account.resend })).toBeNull());
  });

  it('need not send ten megabytes to hear that they are too many', async () => {
    renderForm();
    await choose(aPicture(10_000_001));
    expect(await screen.findByText(/χωράει έως 10 MB/)).toBeTruthy();
    expect(answers).not.toHaveBeenCalled();
  });

  it('is told in plain words when the line is cut or the answer is not ours', async () => {
    answers.mockRejectedValueOnce(new TypeError('fetch failed')).mockResolvedValueOnce(new Response('<html>413</html>', { status: 413 }));
    renderForm();
    await choose(aPicture());
    expect(await screen.findByText(/Δεν υπάρχει σύνδεση/)).toBeTruthy();
    await choose(aPicture());
    expect(await screen.findByText(/χωράει έως 10 MB/)).toBeTruthy();
  });
});
