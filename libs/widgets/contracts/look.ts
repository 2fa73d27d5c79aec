/** The colours that a host may set, with what they are when it sets none: light and dark. Custom properties `--isegoria-<name>`. */
export const colours = {
  surface: ['#ffffff', '#1a2029'],
  ink: ['#17212b', '#e9edf2'],
  quiet: ['#52606d', '#a5b1bf'],
  line: ['#ddd6c8', '#2d3744'],
  accent: ['#0b4a8f', '#7db4f2'],
  'on-accent': ['#ffffff', '#0b1624'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

export type Colour = keyof typeof colours;
export const colourNames = Object.keys(colours) as Colour[];

/** A host's own colours: `#rrggbb` by name. */
export type Look = Partial<Record<Colour, string>>;

const hex = /^#[0-9a-f]{6}$/i;

/** Of what somebody wrote only that which is a colour of ours. */
export function readLook(written: Record<string, unknown>): Look {
  return Object.fromEntries(colourNames.flatMap((name) => (typeof written[name] === 'string' && hex.test(written[name]) ? [[name, written[name].toLowerCase()]] : [])));
}

/** The same as a rule of a style sheet; empty where nothing is set. */
export function lookRule(look: Look, selector: string): string {
  const lines = colourNames.flatMap((name) => (look[name] ? [`  --isegoria-${name}: ${look[name]};`] : []));
  return lines.length > 0 ? `${selector} {\n${lines.join('\n')}\n}` : '';
}

/** Relative luminance after WCAG 2.2, of `#rrggbb`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast ratio of two colours after WCAG 2.2, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Two colours that are read upon each other, and the least contrast that WCAG 2.2 AA asks of them (1.4.3, 1.4.11). */
export interface ColourPair {
  over: Colour;
  under: Colour;
  least: 3 | 4.5;
}

const pairs: readonly ColourPair[] = [
  { over: 'ink', under: 'surface', least: 4.5 },
  { over: 'quiet', under: 'surface', least: 4.5 },
  { over: 'accent', under: 'surface', least: 4.5 },
  { over: 'on-accent', under: 'accent', least: 4.5 },
];

/** Pairs that cannot be read, with the contrast that they have. A host's colours hold in both looks, so both are tried. */
export function tooFaint(look: Look): (ColourPair & { ratio: number; look: 'light' | 'dark' })[] {
  return (['light', 'dark'] as const).flatMap((side, at) => {
    const colourOf = (name: Colour) => look[name] ?? colours[name][at] ?? '';
    return pairs.map((pair) => ({ ...pair, look: side, ratio: contrast(colourOf(pair.over), colourOf(pair.under)) })).filter(({ ratio, least }) => ratio < least);
  });
}
