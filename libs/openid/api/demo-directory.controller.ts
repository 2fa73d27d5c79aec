import { createHash } from 'node:crypto';
import { BadRequestException, Body, Controller, Get, HttpCode, NotFoundException, Param, Post, Query, Req, Res, UnauthorizedException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { both, demoPage, GivenOnce, Public, queryOf } from '@isegoria/identity/api';
import { Clock } from '@isegoria/kernel/api';
import { demoDirectory, demoPath, openidMode } from './openid.env';

/** Made up; the last has an account in the demo city by their address. */
const people = [
  { sub: 'vlachou', name: 'Κατερίνα Βλάχου', email: 'vlachou@dimos.example', groups: ['technical'], post: 'Τεχνική Υπηρεσία' },
  { sub: 'rigas', name: 'Στέλιος Ρήγας', email: 'rigas@dimos.example', groups: ['secretariat'], post: 'Γραμματεία του Συμβουλίου' },
  { sub: 'manou', name: 'Λένα Μάνου', email: 'manou@dimos.example', groups: [], post: 'χωρίς ομάδα' },
  { sub: 'delis', name: 'Κώστας Δελής', email: 'technical@isegoria.example', groups: ['technical'], post: 'έχει ήδη λογαριασμό με e-mail' },
] as const;
type Person = (typeof people)[number];

interface Asked {
  client_id?: string;
  redirect_uri?: string;
  state?: string;
  nonce?: string;
  code_challenge?: string;
  code_challenge_method?: string;
}

const codeMs = 60_000;
const keyName = 'demo';

/**
 * A made-up directory of the municipality, so that the way in of its people can be walked where there is no real one: as much of an OpenID Connect provider as that takes. Instead of a
 * password it asks whom one wants to be. Its key and what it gives out are of this process.
 */
@Public()
@Controller('demo-directory')
export class DemoDirectory {
  private readonly codes: GivenOnce<{ person: Person; asked: Asked }>;
  private readonly keys = generateKeyPair('ES256');

  constructor(clock: Clock) {
    this.codes = new GivenOnce(clock, codeMs);
  }

  @Get('.well-known/openid-configuration')
  describe() {
    const { issuer } = ours();
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      end_session_endpoint: `${issuer}/logout`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['ES256'],
      authorization_response_iss_parameter_supported: true,
    };
  }

  @Get('keys')
  async known() {
    ours();
    return { keys: [{ ...(await exportJWK((await this.keys).publicKey)), kid: keyName, alg: 'ES256', use: 'sig' }] };
  }

  @Get('authorize')
  ask(@Query() asked: Asked, @Req() { nonce }: FastifyRequest, @Res() reply: FastifyReply): void {
    const { issuer } = mustBeOurs(asked);
    const page = demoPage(nonce, {
      title: 'Δοκιμαστικός κατάλογος του δήμου',
      text: both('Αυτή η σελίδα στέκεται στη θέση του καταλόγου του δήμου για δοκιμή. Διάλεξε έναν επινοημένο υπάλληλο.', 'This page stands in for the municipality’s directory, for trying out. Choose a made-up official.'),
      people: people.map(({ sub, name, post }) => ({ path: `authorize/as/${sub}?${queryOf(asked)}`, says: `${name}, ${post}` })),
      no: `${asked.redirect_uri ?? ''}?${queryOf({ error: 'access_denied', state: asked.state, iss: issuer })}`,
    });
    void reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
  }

  @Get('authorize/as/:sub')
  choose(@Param('sub') sub: string, @Query() asked: Asked, @Res() reply: FastifyReply): void {
    const { issuer } = mustBeOurs(asked);
    const person = people.find((one) => one.sub === sub);
    if (!person) throw new NotFoundException();
    void reply.redirect(`${asked.redirect_uri ?? ''}?${queryOf({ code: this.codes.give({ person, asked }), state: asked.state, iss: issuer })}`, 303);
  }

  @Post('token')
  @HttpCode(200)
  async token(@Body() said: { code?: string; client_id?: string; client_secret?: string; code_verifier?: string } = {}) {
    const { issuer, clientId, clientSecret } = ours();
    if (said.client_id !== clientId || said.client_secret !== clientSecret) throw new UnauthorizedException({ error: 'invalid_client' });
    const given = this.codes.take(said.code);
    if (!given || given.asked.code_challenge !== createHash('sha256').update(said.code_verifier ?? '').digest('base64url')) throw new BadRequestException({ error: 'invalid_grant' });
    const { sub, name, email, groups } = given.person;
    const token = new SignJWT({ name, email, email_verified: true, groups, nonce: given.asked.nonce }).setProtectedHeader({ alg: 'ES256', kid: keyName }).setIssuer(issuer).setSubject(sub).setAudience(clientId).setIssuedAt().setExpirationTime('5m');
    return { access_token: 'nothing-to-ask-for', token_type: 'Bearer', expires_in: 60, id_token: await token.sign((await this.keys).privateKey) };
  }

  /** A real one shows a page and leads back; there is nothing to end here. */
  @Get('logout')
  logout(@Res() reply: FastifyReply): void {
    ours();
    void reply.redirect('/', 303);
  }
}

/** Who we are to it; in a city that does not try it out it is not there. */
function ours() {
  if (openidMode() !== 'demo') throw new NotFoundException();
  return demoDirectory();
}

/** It leads nowhere but to where this city is called back. */
function mustBeOurs({ client_id, redirect_uri, code_challenge_method }: Asked) {
  const directory = ours();
  const back = `${directory.issuer.slice(0, -demoPath.length)}/auth/${directory.id}/callback`;
  if (client_id !== directory.clientId || redirect_uri !== back || code_challenge_method !== 'S256') throw new BadRequestException('Another client, or another address to lead back to.');
  return directory;
}
