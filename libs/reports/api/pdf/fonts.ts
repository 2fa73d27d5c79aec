/** The typefaces of the platform as whole TrueType files, Greek and Latin in one, under the SIL Open Font License. The PDF holds of each only the letters that it uses. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const files = {
  sans: '@expo-google-fonts/commissioner/400Regular/Commissioner_400Regular.ttf',
  bold: '@expo-google-fonts/commissioner/600SemiBold/Commissioner_600SemiBold.ttf',
  serif: '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
} as const;

export type FontName = keyof typeof files;

const read = new Map<FontName, Buffer>();

export function fontOf(name: FontName): Buffer {
  const known = read.get(name);
  if (known) return known;
  const font = readFileSync(createRequire(import.meta.url).resolve(files[name]));
  read.set(name, font);
  return font;
}

export const fontNames = Object.keys(files) as FontName[];
