import { useWords } from '../words/use-words';
import { Notice } from '../show/notice';
import { Button } from './button';

export interface NotSavedProps {
  /** Why it was refused, if it was. */
  refused: string | null | undefined;
  /** That somebody else changed meanwhile what this form is about, if they did: then it can only begin anew. */
  overtaken: string | false | null;
  onAnew(): void;
}

/** Why a form was not kept, and the way on from there. Nothing where it was not refused. */
export function NotSaved({ refused, overtaken, onAnew }: NotSavedProps) {
  const { t } = useWords('ui');
  if (!refused && !overtaken) return null;
  return (
    <Notice tone="problem" live>
      <p>{overtaken || refused}</p>
      {overtaken && <Button variant="quiet" onClick={onAnew}>{t('startAnew')}</Button>}
    </Notice>
  );
}
