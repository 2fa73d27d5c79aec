/** What a press meets, and how it reads at that moment. */
interface Pressed {
  control: Element;
  reads: string;
}

const states = ['aria-pressed', 'aria-expanded', 'aria-disabled', 'aria-label', 'href'];

/**
 * Many people press everything twice, as they learned it on a desktop. The second press of a double click must not meet what
 * the first one brought about: «Στηρίζω» that has become its own withdrawal, a link that slid under the finger when the
 * page grew shorter, the curtain of the dialog it opened. A control that still reads as it did takes every press: a «+» may be pressed as fast as one likes.
 */
export function guardSecondPress(page: Document): () => void {
  let last: Pressed | null = null;
  const onClick = (event: MouseEvent) => {
    const met = pressedBy(event);
    const isSecond = event.detail > 1;
    if (isSecond && (met?.control !== last?.control || met?.reads !== last?.reads)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    last = met;
  };
  // Before anybody else hears of it, and before the press has changed anything.
  page.addEventListener('click', onClick, true);
  return () => page.removeEventListener('click', onClick, true);
}

function pressedBy({ target }: MouseEvent): Pressed | null {
  const control = target instanceof Element ? target.closest('a, button, summary') : null;
  return control && { control, reads: [control.textContent, ...states.map((state) => control.getAttribute(state))].join('|') };
}
