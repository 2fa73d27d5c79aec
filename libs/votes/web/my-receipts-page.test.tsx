import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Stage } from '@isegoria/ui/web';
import { el as ui } from '@isegoria/ui/contracts';
import { el } from '@isegoria/votes/contracts';
import { beforeEach, describe, expect, it } from 'vitest';
import { Component as MyReceiptsPage } from './my-receipts-page';
import { keepReceipt, receipts } from './receipts';

const aReceipt = (ballotId: string) => ({ ballotId, leaf: `{"v":1,"type":"vote","ballot":"${ballotId}","kind":"poll"}`, promise: { leafHash: 'aA==', index: 0, size: 1, path: [], note: 'note' } });
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

describe('a citizen with receipts', () => {
  beforeEach(() => {
    localStorage.clear();
    for (const ballotId of ['a', 'b']) keepReceipt(aReceipt(ballotId));
    render(<Stage words={{ ui, votes: el, ledger: {} }} answer={() => ({ ballot: null })}><MyReceiptsPage /></Stage>);
  });

  it('is asked before all are deleted, and stays where it is said that they are', async () => {
    await press('Σβήσε τες από εδώ');
    await screen.findByRole('dialog', { name: 'Να σβηστούν και οι 2 αποδείξεις από αυτόν τον περιηγητή;' });
    await press('Άκυρο');
    expect(receipts()).toHaveLength(2);
    await press('Σβήσε τες από εδώ');
    await press('Ναι, σβήσε τες');
    expect(receipts()).toHaveLength(0);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Σβήστηκαν 2 αποδείξεις από αυτόν τον περιηγητή.'));
  });

  it('brings those of another device as a file', async () => {
    const held = JSON.stringify([aReceipt('a'), aReceipt('c')]);
    // The test's window cannot read a file.
    const file = Object.assign(new File([held], 'isegoria-receipts.json', { type: 'application/json' }), { text: () => Promise.resolve(held) });
    await userEvent.upload(await screen.findByLabelText('Αρχείο με αποδείξεις από άλλη συσκευή'), file);
    await screen.findByText('Προστέθηκε μία απόδειξη.');
    expect(receipts().map(({ ballotId }) => ballotId)).toEqual(['c', 'b', 'a']);
  });
});
