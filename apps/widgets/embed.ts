/**
 * `embed.js`: what moves in the frame. The page comes ready from the server; this keeps its figures in step and tells the page around
 * it how high it is. It asks without any credential, only while somebody can see it, and gives way when the platform does not answer.
 */
import type { HeightMessage } from './height';

/** How a proposal or a decision stands, as the server writes it for this page. */
interface Standing {
  /** Text by the name of the place where it stands. */
  texts: Record<string, string>;
  /** Each bar's parts in percent, worst to best. */
  bars: number[][];
}

const [soon, late] = [2_000, 60_000];
const { state = '', host = '' } = document.body.dataset;
let pause = soon;

function show({ texts, bars }: Standing): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-text]')) {
    const text = texts[place.dataset['text'] ?? ''];
    if (text !== undefined && place.textContent !== text) place.textContent = text;
  }
  for (const [at, bar] of document.querySelectorAll('svg').entries()) draw(bar, bars[at] ?? []);
}

function draw(bar: SVGElement, parts: number[]): void {
  let from = 0;
  for (const [at, part] of bar.querySelectorAll('rect').entries()) {
    const width = parts[at] ?? 0;
    part.setAttribute('x', String(from));
    part.setAttribute('width', String(width));
    from += width;
  }
}

async function ask(): Promise<void> {
  try {
    // The browser itself says which figures it has, and is answered 304 when they are the same.
    const answer = await fetch(state, { credentials: 'omit', cache: 'no-cache' });
    if (!answer.ok) throw new Error(answer.statusText);
    show((await answer.json()) as Standing);
    pause = soon;
  } catch {
    pause = Math.min(pause * 2, late);
  }
}

async function keepInStep(): Promise<void> {
  for (;;) {
    await new Promise((wake) => setTimeout(wake, pause));
    if (!document.hidden) await ask();
  }
}

/** Said to the page that the widget was put on and to no other. */
function tellHeight(): void {
  const message: HeightMessage = { isegoriaHeight: document.documentElement.getBoundingClientRect().height };
  if (host) parent.postMessage(message, host);
}

new ResizeObserver(tellHeight).observe(document.documentElement);
tellHeight();
if (state) void keepInStep();
