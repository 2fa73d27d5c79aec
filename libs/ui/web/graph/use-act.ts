import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { asFailure, type Failure } from './failure';
import { graph } from './graph';
import { tellDone, tellFailure, tellSlow } from './signals';
import { refresh } from './use-graph';

/** What follows an act. */
export interface ActOptions {
  /** The documents whose answers this act changes: they are asked again. */
  refresh?: TypedDocumentNode<unknown, never>[];
}

/** Where an act stands. */
export interface ActState {
  pending: boolean;
  error: Failure | null;
}

/**
 * One act of a citizen. It answers the mutation's data, or null when it did not go through: the shell has then said why
 * (or offered to sign in), and what was typed is still there. The same act pressed again while it is on its way is not sent twice: both presses get the one answer.
 */
export function useAct<Data, Variables extends object>(
  document: TypedDocumentNode<Data, Variables>,
  { refresh: documents = [] }: ActOptions = {},
): [act: (variables: Variables) => Promise<Data | null>, state: ActState] {
  const client = useQueryClient();
  const underway = useRef(new Map<string, Promise<Data | null>>());
  const [state, setState] = useState<ActState>({ pending: false, error: null });
  const afterwards = useRef(documents);
  afterwards.current = documents;

  const act = useCallback(
    (variables: Variables) => {
      const key = JSON.stringify(variables);
      const sent = underway.current.get(key);
      if (sent) return sent;
      const answer = attempt(document, variables, setState, async () => {
        if (afterwards.current.length > 0) await refresh(client, afterwards.current);
      }).finally(() => underway.current.delete(key));
      underway.current.set(key, answer);
      return answer;
    },
    [client, document],
  );
  return [act, state];
}

/** After so long one wonders whether the press was heard. */
const patienceMs = 10_000;

async function attempt<Data, Variables extends object>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  show: (state: ActState) => void,
  then: () => Promise<void>,
): Promise<Data | null> {
  show({ pending: true, error: null });
  const patience = setTimeout(tellSlow, patienceMs);
  try {
    const data = await graph(document, variables);
    show({ pending: false, error: null });
    tellDone();
    void then();
    return data;
  } catch (error) {
    const failure = asFailure(error);
    if (failure.kind !== 'sign_in') tellFailure(failure);
    show({ pending: false, error: failure });
    return null;
  } finally {
    clearTimeout(patience);
  }
}
