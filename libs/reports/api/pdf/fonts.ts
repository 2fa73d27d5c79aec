/** The typefaces of the platform as whole TrueType files, Greek and Latin in one, under the SIL Open Font License. The PDF holds of each only the letters that it uses. */
import { createRequire } from 'node:module';

const packages = {
  sans: '@expo-google-fonts/commissioner/400Regular/Commissioner_400Regular.ttf',
  bold: '@expo-google-fonts/commissioner/600SemiBold/Commissioner_600SemiBold.ttf',
  serif: '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
} as const;

export type FontName = keyof typeof packages;

/** Where each stands. A thread does not know where it is itself: it is told. */
export type FontFiles = Record<FontName, string>;

export function fontFiles(): FontFiles {
  const { resolve } = createRequire(import.meta.url);
  return { sans: resolve(packages.sans), bold: resolve(packages.bold), serif: resolve(packages.serif) };
}
