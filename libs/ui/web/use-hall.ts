import { useEffect, useState } from 'react';

/** The page on the hall's projector: the screen for itself, large type. The browser's full screen comes on top where it is allowed. */
export function useHall(): [inHall: boolean, set: (inHall: boolean) => void] {
  const [inHall, setInHall] = useState(() => new URLSearchParams(location.search).has('hall'));
  useEffect(() => {
    if (inHall) document.documentElement.dataset['hall'] = '';
    return () => void delete document.documentElement.dataset['hall'];
  }, [inHall]);
  // Leaving the browser's full screen, as by its own Escape, leaves the hall.
  useEffect(() => {
    const changed = () => document.fullscreenElement === null && setInHall(false);
    document.addEventListener('fullscreenchange', changed);
    return () => document.removeEventListener('fullscreenchange', changed);
  }, []);
  const set = (wish: boolean) => {
    setInHall(wish);
    if (wish) void document.documentElement.requestFullscreen?.().catch(() => undefined);
    else if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
  };
  return [inHall, set];
}
