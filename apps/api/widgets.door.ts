import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { defineEnv, envVar, Kept, log, publicUrl } from '@isegoria/kernel/api';
import type { Locale } from '@isegoria/kernel/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { framePage, missingPage, standing, type FrameOptions, type Shown } from './widgets.page';
import { examples, type Folder, shownOf } from './widgets.shown';

const widgetsEnv = defineEnv({
  WIDGETS_DIR: envVar(z.string(), 'The built widgets.', 'dist/widgets'),
});

const TYPES: Record<string, string> = {
  'widgets.js': 'text/javascript; charset=utf-8',
  'embed.js': 'text/javascript; charset=utf-8',
  'embed.css': 'text/css; charset=utf-8',
};
const KEPT_MS = 1_000;
const REMEMBERED = 500;

interface Asked {
  Params: { folder: string; id: string };
  Querystring: { lang?: string; return?: string };
}

/** The municipal site's door: the script with the elements, the frames that they show, and the figures that the frames ask for. */
export function widgetsDoor(app: NestFastifyApplication): void {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  const memory = new Memory(server);
  for (const [name, type] of Object.entries(TYPES)) server.get(`/widgets/${name}`, (req, reply) => sendFile(req, reply, name, type));
  server.get('/widgets/demo.html', async (req, reply) => sendDemo(req, reply, server));
  server.get<Asked>('/embed/:folder/:id', async ({ params, query, nonce }, reply) => {
    const locale = localeOf(query.lang);
    const shown = await memory.of(params, locale);
    const host = webAddress(query.return);
    const state = `${publicUrl()}/embed/${params.folder}/${encodeURIComponent(params.id)}/state?lang=${locale}`;
    const options: FrameOptions = { locale, host, state, nonce, platform: publicUrl() };
    return reply
      .status(shown ? 200 : 404)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('content-security-policy', framePolicy(nonce))
      .header('cross-origin-opener-policy', 'unsafe-none')
      .send(shown ? framePage(shown, options) : missingPage(options));
  });
  server.get<Asked>('/embed/:folder/:id/state', async (req, reply) => {
    const locale = localeOf(req.query.lang);
    const shown = await memory.of(req.params, locale);
    // Public figures, the same for everybody, asked for without credentials by a frame that has no origin.
    void reply.header('access-control-allow-origin', '*').header('cache-control', 'no-cache');
    return shown ? sendKnown(req, reply, JSON.stringify(standing(shown, locale)), 'application/json') : reply.status(404).send({ error: 'There is no such thing.' });
  });
}

/** What was shown in the last second: a thousand frames of one proposal are one question a second. */
class Memory {
  private readonly known = new Map<string, Kept<Shown | null>>();

  constructor(private readonly server: FastifyInstance) {}

  async of({ folder, id }: Asked['Params'], locale: Locale): Promise<Shown | null> {
    if (!isFolder(folder) || !/^[\w-]{1,64}$/.test(id)) return null;
    const key = `${folder} ${id} ${locale}`;
    const kept = this.known.get(key) ?? new Kept(() => shownOf(this.server, folder, id, locale), KEPT_MS);
    this.known.delete(key);
    this.known.set(key, kept);
    const [oldest] = this.known.keys();
    if (this.known.size > REMEMBERED && oldest) this.known.delete(oldest);
    return kept.get();
  }
}

/** The frame may run our script, ask us, and open us. Whoever frames it, it has no origin: see the widgets' first decision. */
function framePolicy(nonce: string): string {
  const platform = publicUrl();
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${platform}`,
    `connect-src ${platform}`,
    "base-uri 'none'",
    "form-action 'none'",
    'frame-ancestors *',
    'sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox',
  ].join('; ');
}

function sendFile(req: FastifyRequest, reply: FastifyReply, name: string, type: string): FastifyReply {
  const content = fileOf(name);
  if (content === null) return reply.status(404).type('text/plain').send('The widgets are not built.');
  // Any page may load the script, also one that asks others for leave (COEP) or checks what it loads (integrity).
  void reply.header('cross-origin-resource-policy', 'cross-origin').header('cache-control', 'public, max-age=300');
  if (name === 'widgets.js') void reply.header('access-control-allow-origin', '*');
  return sendKnown(req, reply, content, type);
}

/** The page that shows how it looks, with the ids of things that are there. */
async function sendDemo(req: FastifyRequest, reply: FastifyReply, server: FastifyInstance): Promise<FastifyReply> {
  const content = fileOf('demo.html');
  if (content === null) return reply.status(404).type('text/plain').send('The widgets are not built.');
  const { proposal, decision } = await examples(server);
  const filled = content.replaceAll('%PLATFORM%', publicUrl()).replaceAll('%NONCE%', req.nonce).replaceAll('%PROPOSAL%', proposal).replaceAll('%DECISION%', decision);
  return reply.type('text/html; charset=utf-8').send(filled);
}

function sendKnown(req: FastifyRequest, reply: FastifyReply, content: string, type: string): FastifyReply {
  const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 20)}"`;
  void reply.header('etag', etag);
  return req.headers['if-none-match'] === etag ? reply.status(304).send() : reply.type(type).send(content);
}

const files = new Map<string, string>();

function fileOf(name: string): string | null {
  const known = files.get(name);
  if (known !== undefined) return known;
  const path = join(process.cwd(), widgetsEnv.WIDGETS_DIR, name);
  if (!existsSync(path)) {
    log.warn({ path }, 'a widget is not built');
    return null;
  }
  const content = readFileSync(path, 'utf8');
  files.set(name, content);
  return content;
}

/** Where the frame stands, as its host says: only a web address, never one with a password in it. */
function webAddress(address: string | undefined): URL | null {
  if (!address || address.length > 2000 || !URL.canParse(address)) return null;
  const url = new URL(address);
  return (url.protocol === 'https:' || url.protocol === 'http:') && !url.username && !url.password ? url : null;
}

const localeOf = (lang: unknown): Locale => (lang === 'en' ? 'en' : 'el');

const isFolder = (folder: string): folder is Folder => folder === 'proposals' || folder === 'decisions';
