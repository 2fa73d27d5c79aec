import { asFailure, askToSignIn, graph, type ResultOf, useRefresh } from '@isegoria/ui/web';
import { keepReceipt, useMyVote } from '@isegoria/votes/web';
import { useRef, useState } from 'react';
import { InitiativeDocument, SignDocument, WithdrawSignatureDocument } from '../documents';

/** What a signature says of itself. */
export interface Signature {
  digest: string;
  fullName: string;
  showsName: boolean;
}

type Signed = ResultOf<typeof SignDocument>['signInitiative'];
type Withdrawn = ResultOf<typeof WithdrawSignatureDocument>['withdrawSignature'];
/** What became of a press. `lost`: no answer came. */
export type SignFate = Signed | Withdrawn | { __typename: 'lost' };

const pauses = [400, 1500, 4000];
const yes = [{ questionId: 'support', optionId: 'yes' }];

/** The reader's signature under one initiative: each press has its nonce, and goes again with the same one until it is known what became of it. */
export function useSign(id: string, ballotId: string) {
  const { mine, setMine } = useMyVote(ballotId);
  const refresh = useRefresh();
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<SignFate | null>(null);
  const nonce = useRef<string | null>(null);

  const press = async (send: (nonce: string) => Promise<Signed | Withdrawn>, then: typeof yes): Promise<boolean> => {
    if (pending) return false;
    nonce.current ??= crypto.randomUUID();
    setPending(true);
    setRefused(null);
    const fate = await deliver(nonce.current, send);
    setPending(false);
    if (fate === null) return false;
    // What nobody can say anything of goes again as the same press.
    if (fate.__typename !== 'lost' && fate.__typename !== 'NotKept') nonce.current = null;
    if (fate.__typename !== 'VoteCast') {
      setRefused(fate);
      return false;
    }
    keepReceipt({ ballotId, leaf: fate.leaf, promise: fate.promise });
    setMine(then);
    void refresh(InitiativeDocument);
    return true;
  };
  const sign = (signature: Signature) => press(async (made) => (await graph(SignDocument, { input: { initiativeId: id, ...signature, nonce: made } })).signInitiative, yes);
  const withdraw = () => press(async (made) => (await graph(WithdrawSignatureDocument, { initiativeId: id, nonce: made })).withdrawSignature, []);
  return { hasSigned: (mine?.length ?? 0) > 0, isKnown: mine !== undefined, pending, refused, sign, withdraw };
}

/** Null: nobody is signed in, and was asked to be. */
async function deliver(nonce: string, send: (nonce: string) => Promise<Signed | Withdrawn>): Promise<SignFate | null> {
  for (const pause of [...pauses, null]) {
    try {
      const fate = await send(nonce);
      if (fate.__typename !== 'NotKept' || pause === null) return fate;
    } catch (error) {
      if (asFailure(error).kind === 'sign_in') {
        askToSignIn();
        return null;
      }
      if (pause === null) break;
    }
    await new Promise((wake) => setTimeout(wake, pause));
  }
  return { __typename: 'lost' };
}
