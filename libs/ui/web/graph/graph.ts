import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { asFailure, Failure, failureKind } from './failure';
import { operationOf, textOf } from './graphql';
import { askToSignIn } from './signals';

/** Answers an operation in place of the server: for tests and the gallery. */
export type Answerer = (operation: string, variables: Record<string, unknown>) => unknown;

/** What comes back from /graphql. */
interface Reply {
  data?: unknown;
  errors?: { message: string; extensions?: { code?: unknown } }[];
}

let stand: Answerer | null = null;

/** Lets a function answer instead of the server, until it is called with null. */
export function answerWith(answerer: Answerer | null): void {
  stand = answerer;
}

/** How a question is sent. */
interface Sending {
  /** True for what must arrive though the page be closed meanwhile; the browser carries up to 64 KB so. */
  keepalive?: boolean;
}

/** Asks the city one question. Rejects with a `Failure` only; expected refusals are members of the answer's union. */
export async function graph<Data, Variables extends object>(document: TypedDocumentNode<Data, Variables>, variables: Variables, sending: Sending = {}): Promise<Data> {
  const { kind, name } = operationOf(document);
  try {
    const data = stand ? await stand(name, Object.fromEntries(Object.entries(variables))) : await send(name, textOf(document), variables, sending);
    return data as Data;
  } catch (error) {
    const failure = asFailure(error);
    // A part of the page that only asks shows that it needs a citizen; it does not call the reader away from what they read.
    if (failure.kind === 'sign_in' && kind === 'mutation') askToSignIn();
    throw failure;
  }
}

async function send(operationName: string, query: string, variables: object, { keepalive = false }: Sending): Promise<unknown> {
  const body = JSON.stringify({ operationName, query, variables });
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  // fetch() fails only where there is no way to the server.
  const response = await fetch('/graphql', { method: 'POST', credentials: 'same-origin', headers, body, keepalive }).catch((error: unknown) => {
    throw new Failure('offline', null, String(error));
  });
  const correlationId = response.headers.get('x-correlation-id');
  const reply = await response.json().then((json: Reply) => json, () => null);
  const [problem] = reply?.errors ?? [];
  if (problem) throw new Failure(failureKind(problem.extensions?.code), correlationId, problem.message);
  if (!response.ok || !reply?.data) throw new Failure('unexpected', correlationId, `HTTP ${response.status}`);
  return reply.data;
}
