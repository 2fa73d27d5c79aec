import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { guardSecondPress } from './second-press';

describe('somebody who presses everything twice', () => {
  let stop: () => void;
  beforeEach(() => (stop = guardSecondPress(document)));
  afterEach(() => {
    stop();
    document.body.replaceChildren();
  });

  it('does not take back what the first press gave', () => {
    const support = aButton('Στηρίζω', () => (support.textContent = support.textContent === 'Στηρίζω' ? 'Στηρίζεις' : 'Στηρίζω'));
    pressTwice(support, support);
    expect(support.textContent).toBe('Στηρίζεις');
  });

  it('does not take back a press that only a listener hears of', () => {
    const agree = aButton('Συμφωνώ', () => agree.setAttribute('aria-pressed', String(agree.getAttribute('aria-pressed') !== 'true')));
    pressTwice(agree, agree);
    expect(agree.getAttribute('aria-pressed')).toBe('true');
  });

  it('does not follow what slid under the finger', () => {
    const followed = vi.fn();
    pressTwice(aButton('Φτιάξε τον λογαριασμό'), aButton('Ποιοι συμμετέχουν', followed));
    expect(followed).not.toHaveBeenCalled();
  });

  it('does not close by the curtain what the first press opened', () => {
    const opener = aButton('Διάγραψε τον λογαριασμό μου');
    const curtain = document.createElement('div');
    document.body.append(curtain);
    const closed = vi.fn();
    curtain.addEventListener('click', closed);
    pressTwice(opener, curtain);
    expect(closed).not.toHaveBeenCalled();
    press(curtain, 1);
    expect(closed).toHaveBeenCalledOnce();
  });

  it('counts up as fast as they like', () => {
    const more = vi.fn();
    const plus = aButton('+', more);
    pressTwice(plus, plus);
    press(plus, 3);
    expect(more).toHaveBeenCalledTimes(3);
  });

  it('takes it back with a press of its own, and by the keyboard', () => {
    const support = aButton('Στηρίζω', () => (support.textContent = support.textContent === 'Στηρίζω' ? 'Στηρίζεις' : 'Στηρίζω'));
    press(support, 1);
    press(support, 1);
    expect(support.textContent).toBe('Στηρίζω');
    press(support, 0);
    press(support, 0);
    expect(support.textContent).toBe('Στηρίζω');
  });
});

function aButton(words: string, onClick: () => void = () => undefined): HTMLButtonElement {
  const button = document.createElement('button');
  button.textContent = words;
  button.addEventListener('click', onClick);
  document.body.append(button);
  return button;
}

/** `detail` is the browser's own count of presses in one place: 0 by the keyboard, 2 for the second of a double click. */
function press(control: Element, detail: number): void {
  control.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail }));
}

function pressTwice(first: Element, second: Element): void {
  press(first, 1);
  press(second, 2);
}
