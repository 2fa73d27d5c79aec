import type { FastifyRequest } from 'fastify';
import { persistedQuery } from './persisted-queries';

/** A query as it will be run. */
export interface Asked {
  /** Its text, also where only its hash was sent; null where there is none, or the hash is not known here. */
  query: string | null;
  variables: Record<string, unknown>;
}

/** What a request asks for, by POST in its body or by any other method in its address, by its text or by the hash of it. */
export function askedBy({ method, body, query: address }: FastifyRequest): Asked {
  const { query, variables, extensions } = recordOf(method === 'POST' ? body : address);
  const hash = recordOf(recordOf(parsed(extensions))['persistedQuery'])['sha256Hash'];
  const text = typeof query === 'string' && query !== '' ? query : typeof hash === 'string' ? persistedQuery(hash) : null;
  return { query: text, variables: recordOf(parsed(variables)) };
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** In an address, variables and extensions are JSON. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return null;
  }
}
