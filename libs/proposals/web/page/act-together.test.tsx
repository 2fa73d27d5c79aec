import { render, screen } from '@testing-library/react';
import { el } from '@isegoria/proposals/contracts';
import { Stage } from '@isegoria/ui/web';
import { expect, it } from 'vitest';
import { ActTogether } from './act-together';

it('whoever reads what the city accepted or carried out can begin something together about it, and nowhere else', () => {
  for (const status of ['ACCEPTED', 'IMPLEMENTED', 'OPEN', 'UNDER_EVALUATION', 'REJECTED', 'WITHDRAWN', 'HIDDEN'] as const) {
    const page = render(<Stage words={{ proposals: el }} path="/proposals/p1" answer={() => ({})}><ActTogether proposal={{ id: 'p1', status }} /></Stage>);
    const link = screen.queryByRole('link', { name: el.page.actTogether });
    expect(link?.getAttribute('href'), status).toBe(status === 'ACCEPTED' || status === 'IMPLEMENTED' ? '/volunteering/propose?from=proposal:p1' : undefined);
    page.unmount();
  }
});
