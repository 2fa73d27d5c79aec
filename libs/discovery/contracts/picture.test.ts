import { describe, expect, it } from 'vitest';
import { pathOfPicture, picturePath, pictureWithin, readWidth } from './picture';

describe('where the picture of a page stands', () => {
  it.each(['/', '/proposals', '/proposals/01J', '/budgets/a/results/city'])('leads back to %s', (path) => {
    expect(pathOfPicture(picturePath(path, 'el').slice('/cards'.length))).toBe(path);
  });

  it('is nowhere else', () => {
    expect([pathOfPicture('/proposals/01J'), pathOfPicture('proposals.png')]).toEqual([null, null]);
    expect(picturePath('/proposals/01J', 'en', 600)).toBe('/cards/proposals/01J.png?lang=en&width=600');
  });

  it('has three sizes', () => {
    expect(pictureWithin({ width: Infinity, height: 400 })).toEqual({ width: 600, height: 315 });
    expect(pictureWithin({ width: 300, height: 157 })).toBeNull();
    expect([readWidth('300'), readWidth('301'), readWidth(undefined)]).toEqual([300, 1200, 1200]);
  });
});
