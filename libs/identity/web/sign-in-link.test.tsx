import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Stage } from '@isegoria/ui/web';
import { SignInLink } from './sign-in-link';

describe('the way in', () => {
  it.each([
    ['leads back to the page that one reads', '/proposals?sort=NEWEST', '/proposals?sort=NEWEST'],
    ['leads from the door itself to where one was going, never to the door again', '/sign-in?next=%2Fproposals%2Fp1', '/proposals/p1'],
    ['leads from the page of a forgotten password home', '/forgot', '/'],
  ])('%s', async (_what, path, next) => {
    render(<Stage path={path}><SignInLink>Συνδέσου</SignInLink></Stage>);
    const link = await screen.findByRole('link', { name: 'Συνδέσου' });
    expect(link.getAttribute('href')).toBe(`/sign-in?next=${encodeURIComponent(next)}`);
  });
});
