import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { keepPreviousData, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { asFailure, type Failure } from './failure';
import { graph } from './graph';
import { operationOf } from './graphql';
import { keepAnswer, keptAnswer } from './kept-answer';

/** How a question is asked. */
export interface GraphOptions {
  /** False waits: nothing is asked yet. */
  enabled?: boolean;
  /** How long an answer counts as fresh; 10 s when not said. */
  staleMs?: number;
  /** Asks again this often, for pages without a live room. */
  everyMs?: number;
  /** Shows the former page's answer while the next one comes. */
  keepPrevious?: boolean;
  /** Keeps the answer on this device, and begins with it where there is no network: for what is everybody's and changes seldom. The question has no variables. */
  kept?: boolean;
}

/** A question's answer as it stands. */
export interface Answer<Data> {
  data: Data | undefined;
  error: Failure | null;
  /** True until the first answer or failure. */
  pending: boolean;
  refetch(): Promise<void>;
  /** Puts a live change into the answer without asking again. */
  update(change: (data: Data) => Data): void;
}

/** Asks the city and keeps the answer; the same question on two parts of a page is asked once. */
export function useGraph<Data, Variables extends object>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { enabled = true, staleMs = 10_000, everyMs, keepPrevious = false, kept = false }: GraphOptions = {},
): Answer<Data> {
  const client = useQueryClient();
  const key = graphKey(document, variables);
  const query = useQuery({
    queryKey: key,
    queryFn: () => (kept ? graph(document, variables).then((data) => keepAnswer(document, data)) : graph(document, variables)),
    ...(kept && !navigator.onLine ? { initialData: () => keptAnswer(document), initialDataUpdatedAt: 0 } : {}),
    enabled,
    staleTime: staleMs,
    refetchInterval: everyMs ?? false,
    placeholderData: keepPrevious ? keepPreviousData : undefined,
  });
  const { refetch } = query;
  const hash = JSON.stringify(key);
  return {
    data: query.data as Data | undefined,
    error: query.error ? asFailure(query.error) : null,
    pending: query.isPending && enabled,
    refetch: useCallback(() => refetch().then(() => undefined), [refetch]),
    update: useCallback((change) => patch(client, hash, change), [client, hash]),
  };
}

/** Where an answer stands in the cache. */
export const graphKey = <Data, Variables extends object>(document: TypedDocumentNode<Data, Variables>, variables: Variables) =>
  [operationOf(document).name, variables] as const;

/** Asks again whatever these documents showed; with none, everything on the page. */
export function useRefresh(): (...documents: TypedDocumentNode<unknown, never>[]) => Promise<void> {
  const client = useQueryClient();
  return useCallback((...documents) => refresh(client, documents), [client]);
}

export async function refresh(client: QueryClient, documents: TypedDocumentNode<unknown, never>[]): Promise<void> {
  const names = documents.map((document) => operationOf(document).name);
  await client.invalidateQueries({ predicate: ({ queryKey: [name] }) => names.length === 0 || names.includes(String(name)) });
}

function patch<Data>(client: QueryClient, hash: string, change: (data: Data) => Data): void {
  client.setQueryData<Data>(JSON.parse(hash) as unknown[], (data) => (data === undefined ? data : change(data)));
}
