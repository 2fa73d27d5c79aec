import { Notice } from '../show/notice';
import { type Fate, useFate } from '../forms/use-fate';
import { AskedButton, type AskedButtonProps } from './asked-button';

export interface AskedActProps extends Omit<AskedButtonProps, 'onYes'> {
  /** The slice whose words say why it was refused. */
  words: string;
  /** What is said aloud when it went through. */
  done: string;
  /** Does it; nothing where it did not arrive. */
  run(): Promise<Fate>;
}

/** An act that asks for a second thought and says what became of it. The question closes once the city has answered. */
export function AskedAct({ words, done, run, ...asked }: AskedActProps) {
  const { refused, take } = useFate(words);
  const yes = async (close: () => void) => {
    const fate = await run();
    if (!fate) return;
    close();
    take(fate, done);
  };
  return (
    <>
      <AskedButton {...asked} onYes={yes} />
      {refused && <Notice tone="problem" live>{refused}</Notice>}
    </>
  );
}
