import { expect, it } from 'vitest';
import { isSameSecret } from './secret';

it('a secret is right only as a whole', () => {
  expect(isSameSecret('a-secret', 'a-secret')).toBe(true);
  for (const wrong of ['', 'a-secre', 'a-secreT', 'a-secret ', 'a-secr\u03b5t', 'x-secret']) expect(isSameSecret(wrong, 'a-secret')).toBe(false);
});
