import { type ComponentType, useEffect, useRef, useState } from 'react';
import { Failure } from '../graph/failure';
import { tellFailure } from '../graph/signals';

/**
 * A part that few open, whose code comes when somebody does. Without a network the shell says so and the part closes: the page stays with what was typed, and
 * the next press tries again. Where the code is gone (the city has a new version), the page says that, as for any other of its files.
 */
export function onDemand<Props extends { onClose(): void }>(fetchPart: () => Promise<{ default: ComponentType<Props> }>): ComponentType<Props> {
  let Part: ComponentType<Props> | null = null;
  return function OnDemand(props: Props) {
    const [state, setState] = useState<{ lost: unknown } | null>(null);
    const close = useRef(props.onClose);
    close.current = props.onClose;
    useEffect(() => {
      if (Part) return;
      let isGone = false;
      const fail = (lost: unknown) => {
        if (isGone) return;
        if (navigator.onLine) return setState({ lost });
        tellFailure(new Failure('offline', null, String(lost)));
        close.current();
      };
      fetchPart().then(({ default: part }) => {
        Part = part;
        if (!isGone) setState({ lost: null });
      }, fail);
      return () => void (isGone = true);
    }, []);
    if (state?.lost) throw state.lost;
    return Part && <Part {...props} />;
  };
}
