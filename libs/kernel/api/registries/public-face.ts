import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { ownHeaders } from '../http/own-request';

/** Asks GraphQL without any account. Null where the answer failed. */
export type Ask = <T>(query: string, variables?: Record<string, unknown>) => Promise<T | null>;

/** The public face of the city, for slices that show its things elsewhere: what they get is what any visitor sees, by the same code. */
@Injectable()
export class PublicFace {
  constructor(private readonly http: HttpAdapterHost) {}

  readonly ask: Ask = async <T>(query: string, variables: Record<string, unknown> = {}): Promise<T | null> => {
    const server = this.http.httpAdapter.getInstance<FastifyInstance>();
    const answer = await server.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', ...ownHeaders }, payload: { query, variables } });
    return answer.json<{ data: T | null }>().data;
  };
}
