import { BadRequestException, Body, Controller, Get, Headers, HttpCode, NotFoundException, Param, Post, Query, Req, Res, UnauthorizedException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { both, demoPage, GivenOnce, Public, queryOf as query } from '@isegoria/identity/api';
import { Clock } from '@isegoria/kernel/api';
import { authority, taxisnetMode } from './taxisnet.env';

/** Nobody has these numbers. */
const people = [
  { afm: '000000012', first: 'ΜΑΡΙΑ', last: 'ΓΕΩΡΓΙΟΥ', born: '1954' },
  { afm: '000000024', first: 'ΝΙΚΟΣ', last: 'ΠΑΠΑΔΟΠΟΥΛΟΣ', born: '1987' },
  { afm: '000000036', first: 'ΕΛΕΝΗ', last: 'ΑΝΤΩΝΙΟΥ', born: '2001' },
  { afm: '000000048', first: 'ΑΡΜΠΕΝ', last: 'ΧΟΤΖΑ', born: '1979' },
] as const;
type Person = (typeof people)[number];

interface Asked {
  client_id?: string;
  redirect_uri?: string;
  state?: string;
  response_type?: string;
}

const codeMs = 60_000;
const tokenMs = 10 * 60_000;

/**
 * A made-up tax authority, so that the whole way in can be walked where there is no agreement with the real one: it speaks as that one does, and instead of codes it
 * asks whom one wants to be. What it gives out is kept in this process.
 */
@Public()
@Controller('demo-taxisnet')
export class DemoAuthority {
  private readonly codes: GivenOnce<Person>;
  private readonly tokens: GivenOnce<Person>;

  constructor(clock: Clock) {
    this.codes = new GivenOnce(clock, codeMs);
    this.tokens = new GivenOnce(clock, tokenMs);
  }

  @Get('oauth/authorize')
  ask(@Query() asked: Asked, @Req() { nonce }: FastifyRequest, @Res() reply: FastifyReply): void {
    mustBeOurs(asked);
    const page = demoPage(nonce, {
      title: 'Δοκιμαστικό Taxisnet',
      text: both('Αυτή η σελίδα στέκεται στη θέση του Taxisnet για δοκιμή. Διάλεξε έναν επινοημένο άνθρωπο.', 'This page stands in for Taxisnet, for trying out. Choose a made-up person.'),
      people: people.map(({ afm, first, last, born }) => ({ path: `authorize/as/${afm}?${query(asked)}`, says: `${first} ${last}, ${born}` })),
      no: `${asked.redirect_uri ?? ''}?${query({ error: 'access_denied', state: asked.state })}`,
    });
    void reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
  }

  @Get('oauth/authorize/as/:afm')
  choose(@Param('afm') afm: string, @Query() asked: Asked, @Res() reply: FastifyReply): void {
    mustBeOurs(asked);
    const person = people.find((one) => one.afm === afm);
    if (!person) throw new NotFoundException();
    const code = this.codes.give(person);
    void reply.redirect(`${asked.redirect_uri ?? ''}?${query({ code, state: asked.state })}`, 303);
  }

  @Post('oauth/token')
  @HttpCode(200)
  token(@Body() said: { grant_type?: string; code?: string; client_id?: string; client_secret?: string } = {}) {
    const { clientId, clientSecret } = ours();
    if (said.client_id !== clientId || said.client_secret !== clientSecret) throw new UnauthorizedException({ error: 'invalid_client' });
    const person = said.grant_type === 'authorization_code' ? this.codes.take(said.code) : null;
    if (!person) throw new BadRequestException({ error: 'invalid_grant' });
    return { access_token: this.tokens.give(person), token_type: 'bearer', expires_in: tokenMs / 1000, scope: 'read' };
  }

  @Get('userinfo')
  userinfo(@Headers('authorization') said: string | undefined, @Res() reply: FastifyReply): void {
    ours();
    const person = this.tokens.take(said?.replace(/^Bearer /i, ''));
    if (!person) throw new UnauthorizedException({ error: 'invalid_token' });
    const { afm, first, last, born } = person;
    void reply.type('application/xml; charset=utf-8').send(`<root><userinfo userid="User${afm}   " taxid="${afm}   " lastname="${last}" firstname="${first}" fathername="" mothername="" birthyear="${born}"/></root>`);
  }

  /** The real one shows a page and leads back; there is nothing to end here. */
  @Get('logout/*')
  logout(@Res() reply: FastifyReply): void {
    ours();
    void reply.redirect('/', 303);
  }
}

/** Who we are to it; in a city that does not try it out it is not there. */
function ours() {
  if (taxisnetMode() !== 'demo') throw new NotFoundException();
  return authority();
}

/** It leads nowhere but to where this city is called back. */
function mustBeOurs({ client_id, redirect_uri }: Asked): void {
  const { clientId, url } = ours();
  const back = `${new URL(url).origin}/auth/taxisnet/callback`;
  if (client_id !== clientId || redirect_uri !== back) throw new BadRequestException('Another client, or another address to lead back to.');
}
