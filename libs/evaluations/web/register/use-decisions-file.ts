import { type DecisionsFileAnswer, decisionsFileLimits, type DecisionsFileRefusal } from '@isegoria/evaluations/contracts';
import { askToSignIn } from '@isegoria/ui/web';
import { useRef, useState } from 'react';

/** Why nothing was read, or not all came in: what the city says of the file, or what came between. `taken`: how many decisions came in before. */
export type FileRefusal = Omit<DecisionsFileRefusal, 'code'> & { code: DecisionsFileRefusal['code'] | 'offline' | 'sign_in' | 'role' | 'unexpected'; taken: number };

interface Chosen {
  name: string;
  /** As it was when it was chosen: what is taken in is what was looked at, whatever happens to the file meanwhile. */
  bytes: Blob;
}

type Said = { answer: DecisionsFileAnswer } | { refusal: FileRefusal };

/** A file of decisions on its way: chosen, looked at by the city, taken in. */
export function useDecisionsFile() {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [pending, setPending] = useState(false);
  const [left, setLeft] = useState<number | null>(null);
  const underway = useRef(false);

  /** Two presses at once are one. */
  const once = async (run: () => Promise<Said>) => {
    if (underway.current) return null;
    underway.current = true;
    setPending(true);
    const result = await run();
    underway.current = false;
    setPending(false);
    setSaid(result);
    return result;
  };
  const look = (name: string, file: Blob) =>
    once(async () => {
      setSaid(null);
      setChosen(null);
      if (file.size > decisionsFileLimits.bytes) return refusal('too_big', decisionsFileLimits.bytes);
      const bytes = await file.arrayBuffer().then((buffer) => new Blob([buffer]), () => null);
      if (!bytes) return refusal('missing');
      setChosen({ name, bytes });
      return send('check', bytes);
    });
  const take = () =>
    once(async () => {
      const result = chosen ? await takeAll(chosen.bytes, setLeft) : refusal('missing');
      setLeft(null);
      return result;
    });
  const leave = () => {
    setChosen(null);
    setSaid(null);
  };
  /** `left`: how many lines are still to come in, while they do. */
  return { name: chosen?.name ?? null, said, pending, left, look, take, leave };
}

const refusal = (code: FileRefusal['code'], limit: number | null = null): Said => ({ refusal: { code, limit, names: [], taken: 0 } });

/** Sends a file until all of it is in: each sending brings in a part, so that none takes longer than what stands between allows. */
async function takeAll(bytes: Blob, tell: (left: number) => void): Promise<Said> {
  const done = { added: 0, changed: 0 };
  for (let before = Infinity; ; ) {
    const said = await send('take', bytes);
    if ('refusal' in said) return { refusal: { ...said.refusal, taken: done.added + done.changed } };
    if (said.answer.wrong.length > 0) return said;
    const { isTaken, left, lines, counts } = said.answer;
    done.added += counts.added;
    done.changed += counts.changed;
    if (isTaken) return { answer: { ...said.answer, counts: { ...done, unchanged: lines - done.added - done.changed } } };
    if (left >= before) return refusal('unexpected');
    before = left;
    tell(left);
  }
}

async function send(act: 'check' | 'take', bytes: Blob): Promise<Said> {
  const body = new FormData();
  body.append('file', bytes, 'decisions.csv');
  const response = await fetch(`/evaluations/decisions-file/${act}`, { method: 'POST', body, credentials: 'same-origin' }).catch(() => null);
  if (!response) return refusal('offline');
  if (response.status === 401) {
    askToSignIn();
    return refusal('sign_in');
  }
  const said = (await response.json().catch(() => null)) as DecisionsFileAnswer | DecisionsFileRefusal | null;
  if (response.ok && said && 'isTaken' in said) return { answer: said };
  if (said && 'names' in said) return { refusal: { ...said, taken: 0 } };
  // What stands before the platform answers in its own way.
  if (response.status === 413) return refusal('too_big', decisionsFileLimits.bytes);
  return refusal(response.status === 403 ? 'role' : 'unexpected');
}
