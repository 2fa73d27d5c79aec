import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { hostileTitle } from '../discovery.builders';
import { drawable, outline } from './letters';
import { linesOf } from './lines';
import { type PictureFacts, picturePng, pictureSvg } from './picture';

const facts = (change: Partial<PictureFacts> = {}): PictureFacts => ({
  label: 'Πρόταση κατοίκου', title: 'Σκιά στην πλατεία', figures: [{ value: '12', label: 'κάτοικοι τη στηρίζουν' }], act: 'Στήριξέ την', site: 'Ισηγορία', city: 'Δήμος Δοκιμής', ...change,
});
/** How many outlined lines stand in it. */
const lines = (svg: string) => svg.match(/<path transform=/g)?.length ?? 0;

describe('the picture of a page', () => {
  it.each([
    ['a short title', facts()],
    ['a title of 3,000 letters without a space', facts({ title: 'Ω'.repeat(3000) })],
    ['a hostile title', facts({ title: hostileTitle })],
    ['a title that no font of ours has', facts({ title: '日本語 مرحبا 😀' })],
    ['nothing but a title', facts({ figures: [], act: '', label: '' })],
  ])('is 1200 × 630 with %s', async (_name, one) => {
    expect(await sharp(await picturePng(one)).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
  });

  it('is drawn in smaller sizes too', async () => {
    expect(await sharp(await picturePng(facts(), 300)).metadata()).toMatchObject({ width: 300, height: 158 });
  });

  it('holds outlines alone: no text, no script, and nothing that asks another host', () => {
    const svg = pictureSvg(facts({ title: hostileTitle, act: '<image href="https://evil.example/x.png"/>' }));
    expect(svg).not.toMatch(/<text|<image|<script|href|url\(/);
    expect(svg.match(/<\w+/g)?.every((tag) => ['<svg', '<rect', '<path', '<g', '<circle'].includes(tag))).toBe(true);
  });

  it('cuts a title that has no room, and lets the label speak where a title has no letters', () => {
    const titleLines = (title: string) => lines(pictureSvg(facts({ title }))) - lines(pictureSvg(facts({ title: 'Α' }))) + 1;
    expect(titleLines('λέξη '.repeat(600))).toBe(5);
    expect(pictureSvg(facts({ title: '日本語' }))).toBe(pictureSvg(facts({ title: 'Πρόταση κατοίκου' })));
  });
});

describe('its letters', () => {
  it('have Greek with accents in both faces', () => {
    const greek = 'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏΪΫαβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ·«»–…€';
    for (const face of ['serif', 'sans'] as const) {
      expect(drawable(greek, face)).toBe(greek);
      expect([...greek].every((sign) => outline(sign, face, 20).path !== '')).toBe(true);
    }
  });

  it('draw what they lack by its base, and leave the rest out', () => {
    expect(drawable('ἄνθρωπος  日本 ᾶ\n😀x', 'serif')).toBe('ανθρωπος α x');
  });
});

describe('its lines', () => {
  const fits = (text: string) => text.length <= 10;
  it('break at words, cut what is longer than a line, and say that there is more', () => {
    expect(linesOf('ένα δύο τρία τέσσερα', { most: 3, fits })).toEqual({ lines: ['ένα δύο', 'τρία', 'τέσσερα'], isWhole: true });
    expect(linesOf('α'.repeat(25), { most: 3, fits }).lines.map(({ length }) => length)).toEqual([10, 10, 5]);
    expect(linesOf('ένα δύο τρία τέσσερα', { most: 2, fits })).toEqual({ lines: ['ένα δύο', 'τρία…'], isWhole: false });
    expect(linesOf('', { most: 2, fits })).toEqual({ lines: [], isWhole: true });
  });
});
