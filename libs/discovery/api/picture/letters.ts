import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

/** The two faces of the pages: headlines, and text. */
export type Face = 'serif' | 'sans';

/** A line of text as outlines: no font of the machine that draws it has a say. Units are pixels. */
export interface Outline {
  width: number;
  /** SVG path data with its baseline's left end at 0, 0. */
  path: string;
}

const files: Record<Face, (subset: string) => string> = {
  serif: (subset) => `@fontsource/source-serif-4/files/source-serif-4-${subset}-600-normal.woff`,
  sans: (subset) => `@fontsource/commissioner/files/commissioner-${subset}-500-normal.woff`,
};
const subsets = ['greek', 'latin', 'latin-ext'];
const known = new Map<Face, Font[]>();

function fontsOf(face: Face): Font[] {
  const fonts = known.get(face);
  if (fonts) return fonts;
  const { resolve } = createRequire(import.meta.url);
  const read = subsets.map((subset) => create(readFileSync(resolve(files[face](subset))))).filter((font): font is Font => 'layout' in font);
  known.set(face, read);
  return read;
}

/** Pieces of a text that one font can draw. A sign that none has is drawn by its base letter, as ᾶ by α, or left out. */
function runs(text: string, face: Face): { font: Font; text: string }[] {
  const fonts = fontsOf(face);
  const found: { font: Font; text: string }[] = [];
  const draw = (sign: string): boolean => {
    const code = sign.codePointAt(0) ?? 0;
    const last = found.at(-1);
    const font = last?.font.hasGlyphForCodePoint(code) ? last.font : fonts.find((one) => one.hasGlyphForCodePoint(code));
    if (!font) return false;
    if (last?.font === font) last.text += sign;
    else found.push({ font, text: sign });
    return true;
  };
  for (const sign of text) if (!draw(sign)) draw([...sign.normalize('NFKD')][0] ?? '');
  return found;
}

const advances = new Map<string, number>();

/** How wide a text is, about: letter by letter, without the kerning that `outline` does. For breaking lines, which asks often. */
export function widthOf(text: string, face: Face, size: number): number {
  let width = 0;
  for (const sign of text) {
    const key = `${face}${sign}`;
    const advance = advances.get(key) ?? outline(sign, face, 1).width;
    advances.set(key, advance);
    width += advance;
  }
  return width * size;
}

/** A line of text for one font size in pixels. */
export function outline(text: string, face: Face, size: number): Outline {
  let width = 0;
  const paths: string[] = [];
  for (const { font, text: piece } of runs(text, face)) {
    const scale = size / font.unitsPerEm;
    const { glyphs, positions } = font.layout(piece);
    for (const [at, glyph] of glyphs.entries()) {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[at] ?? {};
      paths.push(glyph.path.scale(scale, -scale).translate(width + xOffset * scale, -yOffset * scale).toSVG());
      width += xAdvance * scale;
    }
  }
  return { width, path: paths.join('') };
}

/** What of a text can be drawn, in one line of plain words. */
export function drawable(text: string, face: Face): string {
  return runs(text.normalize('NFC').replace(/\s+/g, ' '), face).map((run) => run.text).join('').replace(/ +/g, ' ').trim();
}
