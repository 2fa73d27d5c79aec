import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el } from '@isegoria/identity/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage } from '@isegoria/ui/web';
import { expect, it } from 'vitest';
import { Component as CardPage } from './card-page';

it('an official reads the year that now holds as people write a year, without a mark of thousands', async () => {
  const answer = (operation: string) => (operation === 'Me' ? { me: { id: 'c-1', name: 'Κώστας', roles: ['citizen', 'official'] } } : { verifyBirthYear: { __typename: 'BirthYearVerified', name: 'Γιάννης', birthYear: 1988 } });
  render(<Stage words={{ ui, identity: el }} answer={answer}><CardPage /></Stage>);
  await userEvent.type(await screen.findByLabelText('E-mail του λογαριασμού'), 'giannis@example.org');
  await userEvent.type(screen.getByLabelText(/Έτος γέννησης/), '1988');
  await userEvent.click(screen.getByRole('button', { name: 'Είδα την ταυτότητα' }));
  expect(await screen.findByText('Γιάννης: το έτος 1988 ισχύει πια με ταυτότητα.')).toBeTruthy();
});
