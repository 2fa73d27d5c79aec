import { useCallback, useEffect, useRef, type RefCallback } from 'react';

const CONTROLS = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled)';

/**
 * A press may take away the very button that was pressed: a form opens in its place and closes again, a row leaves its list.
 * The browser then drops the focus, and who goes by keyboard or listens starts again at the top of the page. Within the box that
 * this answers the focus goes on instead: to what stands in the place of what went (the form's first field, the button that is
 * back, the next row), else to what stood before it, else to the box's heading. The component that draws the change calls it.
 */
export function useFocusBack(): RefCallback<HTMLElement> {
  const box = useRef<HTMLElement>(null);
  /** What was used last, and all that stood beside it then. */
  const held = useRef<readonly [control: Element | null, beside: readonly HTMLElement[]]>([null, []]);

  useEffect(() => {
    const [control, beside] = held.current;
    // Who has gone on to something else meanwhile is left there.
    if (!box.current || !control || control.isConnected || document.activeElement !== document.body) return;
    const before = beside.slice(0, beside.findIndex((one) => one === control)).findLast((one) => one.isConnected);
    const now = controlsIn(box.current);
    const next = now[before ? now.indexOf(before) + 1 : 0] ?? before ?? headingIn(box.current);
    next?.focus();
  });
  return useCallback((element: HTMLElement | null) => {
    box.current = element;
    if (!element) return undefined;
    // A press too: there are browsers in which it does not give the focus.
    const hold = ({ target }: Event) => {
      const control = target instanceof Element ? target.closest(CONTROLS) : null;
      if (control) held.current = [control, controlsIn(element)];
    };
    const moments = ['focusin', 'click'];
    moments.forEach((moment) => element.addEventListener(moment, hold, true));
    return () => moments.forEach((moment) => element.removeEventListener(moment, hold, true));
  }, []);
}

const controlsIn = (box: HTMLElement): HTMLElement[] => [...box.querySelectorAll<HTMLElement>(CONTROLS)].filter((control) => !control.closest('[hidden]'));

function headingIn(box: HTMLElement): HTMLElement | null {
  const heading = box.querySelector<HTMLElement>('h1, h2, h3');
  heading?.setAttribute('tabindex', '-1');
  return heading;
}
