import { BadRequestException, Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../session/access';
import { beginSession } from '../session/begin-session';
import { onlyJson, tellRefused } from '../entrance/door-answers';
import { Passkeys } from '../passkeys/passkeys.service';
import { SecondSteps } from './second-step.service';

/** The doors beside the password's: a passkey, and the second step. */
@Controller('auth')
export class KeysController {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly secondSteps: SecondSteps,
  ) {}

  /** What the browser asks a device, to sign in or to show that the account is theirs. */
  @Post('passkey/ask')
  @Public()
  @HttpCode(200)
  async ask(@Req() req: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    onlyJson(req);
    const asked = await this.passkeys.ask(req.ip);
    return 'options' in asked ? asked : tellRefused(reply, asked);
  }

  @Post('passkey/sign-in')
  @Public()
  @HttpCode(200)
  async signIn(@Req() req: FastifyRequest, @Body() body: unknown, @Res({ passthrough: true }) reply: FastifyReply) {
    onlyJson(req);
    const user = await this.passkeys.come(body, req.ip);
    if ('refused' in user) return tellRefused(reply, user);
    await beginSession(req, user, {});
    return { done: true };
  }

  /** The code of whoever gave the right password a moment ago, in this browser. */
  @Post('second-step')
  @Public()
  @HttpCode(200)
  async secondStep(@Req() req: FastifyRequest, @Body() body: unknown, @Res({ passthrough: true }) reply: FastifyReply) {
    onlyJson(req);
    if (!isCode(body)) throw new BadRequestException('A code, as text.');
    const user = await this.secondSteps.pass(req, body.code);
    if ('refused' in user) return tellRefused(reply, user);
    await beginSession(req, user, {});
    return { done: true };
  }
}

function isCode(body: unknown): body is { code: string } {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string' && body.code.length <= 100;
}
