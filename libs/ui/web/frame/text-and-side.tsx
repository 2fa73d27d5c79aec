import type { ReactNode } from 'react';
import { useFocusBack } from '../use-focus-back';
import styles from './text-and-side.module.css';

export interface TextAndSideProps {
  /** What the thing says. */
  text: ReactNode;
  /** The act that people come for; on a phone it is under the thumb, in a `BottomBar`. */
  act?: ReactNode;
  /** What one should know and may do; on a desk at the right and held in sight. */
  side: ReactNode;
  /** What goes on about it: discussions, steps, what others hand in. */
  more?: ReactNode;
  /** On a phone the side comes after the text, or last of all. */
  phone?: 'side-next' | 'side-last';
}

/** The page of one thing: on a phone one column; on a desk its text at the left, and beside it what one should know and can do. An act that takes its own button away leaves the focus in the side. */
export function TextAndSide({ text, act, side, more, phone = 'side-next' }: TextAndSideProps) {
  const about = useFocusBack();
  return (
    <div className={styles.layout} data-phone={phone}>
      <div className={styles.text}>{text}</div>
      <div className={styles.side}>
        {act && <div className={styles.act}>{act}</div>}
        <div ref={about} className={styles.about}>{side}</div>
      </div>
      {more && <div className={styles.more}>{more}</div>}
    </div>
  );
}

/** Small acts in a row: follow, share, report. Nobody presses them on paper. */
export const SideActs = ({ children }: { children: ReactNode }) => <div className={styles.acts}>{children}</div>;
