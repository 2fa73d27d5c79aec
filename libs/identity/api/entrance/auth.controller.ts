import { Readable } from 'node:stream';
import { BadRequestException, Body, Controller, Get, HttpCode, NotFoundException, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Citizen, refusedReasons, safePath } from '@isegoria/identity/contracts';
import { type Allowance, Clock, Limits, log, publicUrl } from '@isegoria/kernel/api';
import { CurrentCitizen, Public } from '../session/access';
import { beginSession, beginStep } from '../session/begin-session';
import { onlyJson, tellRefused } from './door-answers';
import { OwnFile } from '../account/own-file';
import { SecondSteps } from '../second-step/second-step.service';
import { sessionCookie } from '../session/session.door';
import { Newcomers } from './newcomers.service';
import { Strategies, type Verdict } from './strategies';
import { Ways } from './ways.service';

/** Each file asks the store for much. */
const filesOf: Allowance = { points: 12, seconds: 3600 };

/** In and out. These are no GraphQL, so that a query with aliases cannot try a hundred passwords. */
@Controller('auth')
export class AuthController {
  constructor(
    private readonly strategies: Strategies,
    private readonly newcomers: Newcomers,
    private readonly ways: Ways,
    private readonly ownFile: OwnFile,
    private readonly secondSteps: SecondSteps,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  @Post('sign-in')
  @Public()
  @HttpCode(200)
  async signIn(@Req() req: FastifyRequest, @Body() body: unknown, @Res({ passthrough: true }) reply: FastifyReply) {
    onlyJson(req);
    if (!isCredentials(body)) throw new BadRequestException('An address and a password, both as text.');
    const verdict = await this.strategies.ask('local', req);
    if (verdict.kind !== 'welcome') return tellRefused(reply, { refused: 'wrong', retryAfterSeconds: verdict.kind === 'refused' ? waitOf(verdict.why) : 0 });
    const step = await this.secondSteps.stepOf(verdict.user);
    if (step) await beginStep(req, verdict.user, this.clock.now());
    else await beginSession(req, verdict.user);
    return step ? { done: false, step } : { done: true };
  }

  @Post('sign-out')
  @Public()
  @HttpCode(200)
  async signOut(@Req() req: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    onlyJson(req);
    const by = this.strategies.signOutAt(req.session.way, publicUrl(), req.session.wayHint);
    if (req.session.passport) await req.session.destroy();
    reply.clearCookie(sessionCookie, { path: '/', secure: true, httpOnly: true, sameSite: 'lax' });
    return { done: true, by };
  }

  /** Everything the platform keeps about the one who asks, as a file that is written while it goes out. Who asks too often reads on the page why there is none. */
  @Get('my-data')
  async myData(@CurrentCitizen() citizen: Citizen, @Req() req: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const tooMany = await this.limits.take('own-file', citizen.id, filesOf);
    if (tooMany && req.headers.accept?.includes('text/html')) return reply.redirect('/account?file=later', 303);
    if (tooMany) return reply.status(429).header('retry-after', tooMany.retryAfterSeconds).send({ reason: 'too_many', ...tooMany });
    return reply
      .headers({ 'content-type': 'application/json; charset=utf-8', 'content-disposition': 'attachment; filename="isegoria.json"', 'cache-control': 'no-store' })
      .send(Readable.from(this.ownFile.of(citizen)));
  }

  /** Begins a sign-in over another site, or goes there to connect an account with it. */
  @Get(':way')
  @Public()
  async begin(@Param('way') way: string, @Query() { next, connect }: { next?: unknown; connect?: unknown }, @Req() req: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    this.mustKnow(way);
    req.session.next = safePath(typeof next === 'string' ? next : null);
    if (connect === undefined) delete req.session.connecting;
    const verdict = await this.ask(way, req);
    if (verdict.kind !== 'redirect') return this.comeBack(way, verdict, req, reply);
    // On a plain connection (a developer's) the session is kept only when it is said.
    await req.session.save();
    return reply.redirect(verdict.location, verdict.status);
  }

  /** Where the other site sends the person back to. */
  @Get(':way/callback')
  @Public()
  async end(@Param('way') way: string, @CurrentCitizen() citizen: Citizen | null, @Req() req: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    this.mustKnow(way);
    const verdict = await this.ask(way, req);
    const owner = await this.ways.awaited(req, way, citizen);
    if (!owner) return this.comeBack(way, verdict, req, reply);
    const outcome = verdict.kind === 'vouched' ? await this.ways.connect(owner, way, verdict.vouched) : reasonOf(verdict);
    return reply.redirect(`/account?way=${outcome}`, 303);
  }

  private async comeBack(way: string, verdict: Verdict, req: FastifyRequest, reply: FastifyReply): Promise<void> {
    const next = safePath(req.session.next);
    if (verdict.kind === 'redirect') return reply.redirect(verdict.location, verdict.status);
    if (verdict.kind === 'refused') return reply.redirect(`/sign-in?refused=${reasonOf(verdict)}${next === '/' ? '' : `&next=${encodeURIComponent(next)}`}`, 303);
    if (verdict.kind === 'welcome') await beginSession(req, verdict.user, { way });
    if (verdict.kind === 'welcome') return reply.redirect(next, 303);
    const user = await this.newcomers.known(verdict.vouched);
    if (user) {
      await beginSession(req, user, { way, hint: verdict.vouched.hint });
      return reply.redirect(next, 303);
    }
    await this.newcomers.receive(req, verdict.vouched, way);
    return reply.redirect(`/welcome?next=${encodeURIComponent(next)}`, 303);
  }

  /** A site that is down refuses nobody: the person may come by another way. */
  private async ask(way: string, req: FastifyRequest): Promise<Verdict> {
    try {
      return await this.strategies.ask(way, req);
    } catch (error) {
      log.warn({ way, correlationId: req.id, error: String(error) }, 'a way to sign in failed');
      return { kind: 'refused', why: error };
    }
  }

  private mustKnow(way: string): void {
    if (!this.strategies.knows(way)) throw new NotFoundException('There is no such way to sign in.');
  }
}

function isCredentials(body: unknown): body is { email: string; password: string } {
  return typeof body === 'object' && body !== null && 'email' in body && 'password' in body
    && typeof body.email === 'string' && typeof body.password === 'string' && body.email.length <= 254 && body.password.length <= 1000;
}

/** Why another site did not let somebody in, where the page has a sentence for it. */
function reasonOf(verdict: Verdict): string {
  const why: unknown = verdict.kind === 'refused' ? verdict.why : null;
  return refusedReasons.find((reason) => typeof why === 'object' && why !== null && 'message' in why && why.message === reason) ?? '1';
}

function waitOf(why: unknown): number {
  return typeof why === 'object' && why !== null && 'retryAfterSeconds' in why ? Number(why.retryAfterSeconds) : 0;
}
