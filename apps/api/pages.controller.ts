import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { Controller, Get, Module, NotFoundException, Req, Res, SetMetadata } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionCookie } from '@isegoria/identity/api';
import { defineEnv, envVar, onOff, PageHeads, PUBLIC } from '@isegoria/kernel/api';
import { localeOf } from '@isegoria/kernel/contracts';
import { z } from 'zod';
import { arrivingPage } from './arriving';
import { type PageFiles, pageFilesIn } from './page-files';

const pagesEnv = defineEnv({
  WEB_DIR: envVar(z.string(), 'The built pages.', 'dist/web'),
  SERVICE_WORKER: envVar(onOff, 'Whether browsers keep a worker of ours, for pages without a connection and for notices; off takes it away from every browser that comes by.', true),
});

/** The pages as they were built: the HTML, the same without what a page's own head says better, and what each address needs. */
interface Built {
  whole: string;
  bare: string;
  files: PageFiles;
}

let built: Built | null = null;

function builtPages(): Built {
  const whole = readFileSync(join(pagesEnv.WEB_DIR, 'index.html'), 'utf8');
  const bare = whole.replace(/\s*<title>[^<]*<\/title>/, '').replace(/\s*<meta name="description"[^>]*>/, '');
  return { whole, bare, files: pageFilesIn(pagesEnv.WEB_DIR) };
}

const workerPolicy = "default-src 'none'; connect-src 'self'; img-src 'self'";
/** The page without a connection brings its own files, and no nonce: it is kept for long. */
const offlinePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; manifest-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The one HTML page of the platform, for every address that is a page. Anything else that is not there is a plain 404. */
@Controller()
@SetMetadata(PUBLIC, true)
export class PagesController {
  constructor(private readonly heads: PageHeads) {}

  /** Always asked for anew, so that a worker that should not be there is gone at the next visit. Its own policy: it may ask our own host alone. */
  @Get('sw.js')
  async worker(@Res() reply: FastifyReply): Promise<void> {
    const file = join(pagesEnv.WEB_DIR, 'worker', pagesEnv.SERVICE_WORKER ? 'sw.js' : 'gone.js');
    if (!existsSync(file)) throw new NotFoundException('The pages were built without a worker.');
    await reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').header('content-security-policy', workerPolicy).send(readFileSync(file, 'utf8'));
  }

  @Get('*')
  async page(@Req() req: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { nonce } = req;
    if (!nonce) throw new NotFoundException('There is nothing at this address.');
    const [path = ''] = req.url.split('?', 1);
    const lang = localeOf(req.cookies['locale']);
    const { tags, status, headline } = await this.heads.of(path, lang);
    const { whole, bare, files } = (built ??= builtPages());
    const html = tags.includes('<title>') ? bare : whole;
    await reply
      // Who has an account may see more there than a visitor does.
      .status(req.cookies[sessionCookie] ? 200 : status)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('vary', 'cookie, accept')
      .send(
        html
          .replaceAll('%NONCE%', nonce)
          .replace('<html lang="el"', `<html lang="${lang}"`)
          .replace('</head>', () => `${files.linksFor(path, nonce)}${tags}</head>`)
          .replace('<div id="city">', (city) => (headline ? `${city}${arrivingPage(headline)}` : city)),
      );
  }
}

/** Comes last in the list of modules: its address is every address that nobody else took. */
@Module({ controllers: [PagesController] })
export class PagesModule {}

/** The built scripts, styles and fonts. Their names carry their content's hash, so that they are kept for a year. */
export async function pagesDoor(app: NestFastifyApplication): Promise<void> {
  const root = join(process.cwd(), pagesEnv.WEB_DIR);
  if (!existsSync(root)) return;
  await app.register(fastifyStatic, {
    root,
    index: false,
    wildcard: false,
    preCompressed: true,
    decorateReply: true,
    setHeaders: (reply, path) => {
      if (path.includes('/offline/')) void reply.header('content-security-policy', offlinePolicy);
      void reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
    },
  });
}
