import { describe, expect, it } from 'vitest';
import { speaksFor } from './citizen';

const citizen = { roles: ['citizen' as const], departmentId: null };
const official = { roles: ['citizen' as const, 'official' as const], departmentId: 'technical' };
const administrator = { ...citizen, roles: ['administrator' as const] };

describe('an official', () => {
  it('speaks for their own department and for what belongs to none; an administrator for all', () => {
    expect(speaksFor(official, 'technical')).toBe(true);
    expect(speaksFor(official, null)).toBe(true);
    expect(speaksFor(official, 'cleaning')).toBe(false);
    expect(speaksFor(citizen, null)).toBe(false);
    expect(speaksFor(administrator, 'cleaning')).toBe(true);
    expect(speaksFor(null, null)).toBe(false);
  });
});
