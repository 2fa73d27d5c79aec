import { renderAsync } from '@resvg/resvg-js';
import type { PublicPage } from '@isegoria/kernel/api';
import { pictureHeight, pictureWidth } from '@isegoria/discovery/contracts';
import { drawable, type Face, outline, widthOf } from './letters';
import { linesOf } from './lines';

/** What is drawn: a change of it is another picture. */
export type PictureFacts = Pick<PublicPage, 'label' | 'title' | 'figures' | 'act'> & { site: string; city: string };

/** The tokens of the pages' light look. */
const colours = { paper: '#faf8f3', ink: '#17212b', quiet: '#52606d', aegean: '#0b4a8f', deep: '#08325f', terracotta: '#b2431f', sun: '#e9b44c', onDeep: '#d5deea' };
const margin = 72;
const bandTop = 520;
/** Sizes of the title, the first in which all of it has room; in the last it is cut. */
const titleSizes = [{ size: 76, most: 3 }, { size: 62, most: 3 }, { size: 50, most: 4 }, { size: 44, most: 5 }] as const;
/** More than this has no room in any size. */
const titleMost = 400;

/** The picture as SVG, all words as outlines. A title of signs that the pages' fonts do not have leaves the label to speak. */
export function pictureSvg({ label, title, figures, act, site, city }: PictureFacts): string {
  const shownFigures = figures.slice(0, 2).filter(({ value }) => drawable(value, 'serif'));
  const bottom = shownFigures.length > 0 ? 400 : 490;
  const words = drawable([...title].slice(0, titleMost).join(''), 'serif') || drawable(label, 'serif');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pictureWidth}" height="${pictureHeight}" viewBox="0 0 ${pictureWidth} ${pictureHeight}">`,
    `<rect width="${pictureWidth}" height="${pictureHeight}" fill="${colours.paper}"/>`,
    line(label, { x: margin, y: 96, size: 30, face: 'sans', fill: colours.terracotta, width: pictureWidth - 2 * margin }).svg,
    titleSvg(words, bottom),
    figuresSvg(shownFigures),
    `<rect y="${bandTop}" width="${pictureWidth}" height="${pictureHeight - bandTop}" fill="${colours.deep}"/>`,
    bandSvg(site, city, act),
    '</svg>',
  ].join('');
}

/** `width` in pixels, at most that of the drawing. */
export async function picturePng(facts: PictureFacts, width = pictureWidth): Promise<Buffer> {
  const drawn = await renderAsync(pictureSvg(facts), { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } });
  return drawn.asPng();
}

function titleSvg(title: string, bottom: number): string {
  const width = pictureWidth - 2 * margin;
  for (const { size, most } of titleSizes) {
    const { lines, isWhole } = linesOf(title, { most, fits: (text) => widthOf(text, 'serif', size) <= width });
    const step = size * 1.16;
    const isLast = size === titleSizes[3].size;
    if (!isLast && (!isWhole || 150 + step * lines.length > bottom)) continue;
    const room = lines.slice(0, Math.floor((bottom - 130) / step));
    return room.map((text, at) => line(text, { x: margin, y: 130 + size * 0.9 + at * step, size, face: 'serif', fill: colours.ink, width }).svg).join('');
  }
  return '';
}

function figuresSvg(figures: PictureFacts['figures']): string {
  let x = margin;
  return figures.map(({ value, label }) => {
    const number = line(value, { x, y: 476, size: 62, face: 'serif', fill: colours.aegean, width: 460 });
    const words = line(label, { x: x + number.width + 16, y: 476, size: 28, face: 'sans', fill: colours.quiet, width: 400 });
    x += number.width + words.width + 64;
    return x - 64 > pictureWidth - margin ? '' : number.svg + words.svg;
  }).join('');
}

/** Who speaks, and what one can do. */
function bandSvg(site: string, city: string, act: string): string {
  const mark = `<g transform="translate(${margin} 543)" fill="none" stroke="#fff" stroke-width="5" stroke-linecap="round"><path d="M9 40a23 23 0 0 1 46 0"/><path d="M20 40a12 12 0 0 1 24 0" stroke-opacity=".75"/><circle cx="32" cy="47" r="6" fill="${colours.sun}" stroke="none"/></g>`;
  const name = line(site, { x: 160, y: 570, size: 36, face: 'serif', fill: '#fff', width: 500 });
  const under = line(city, { x: 160, y: 604, size: 24, face: 'sans', fill: colours.onDeep, width: 560 });
  const words = line(act, { x: 0, y: 0, size: 28, face: 'sans', fill: colours.deep, width: 380 });
  const left = pictureWidth - margin - words.width - 64;
  const button = words.width === 0 ? '' : `<rect x="${left.toFixed(1)}" y="545" width="${(words.width + 64).toFixed(1)}" height="60" rx="10" fill="#fff"/><g transform="translate(${(left + 32).toFixed(1)} 585)">${words.svg}</g>`;
  return mark + name.svg + under.svg + button;
}

function line(text: string, { x, y, size, face, fill, width }: { x: number; y: number; size: number; face: Face; fill: string; width: number }): { svg: string; width: number } {
  const [shown = ''] = linesOf(drawable(text, face), { most: 1, fits: (one) => widthOf(one, face, size) <= width }).lines;
  const drawn = outline(shown, face, size);
  return { svg: drawn.path ? `<path transform="translate(${x.toFixed(1)} ${y.toFixed(1)})" fill="${fill}" d="${drawn.path}"/>` : '', width: drawn.width };
}
