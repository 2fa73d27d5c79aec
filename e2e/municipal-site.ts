import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cityUrl } from './browser';

/** The ids that the platform's own demo page shows, by element. */
export async function things(): Promise<(element: string) => string> {
  const page = await (await fetch(`${cityUrl}/widgets/demo.html`, { headers: { accept: 'text/html' } })).text();
  return (element) => new RegExp(`<isegoria-${element}[^>]* of="([^"]+)"`).exec(page)?.[1] ?? '';
}

export interface Site {
  /** Its address, with a query of its own. */
  url: string;
  origin: string;
  host: string;
  stop(): Promise<void>;
}

/** The strictest policy under which a host may live: our script, our answers, its own sheet and icon, and no text that becomes code. */
export const strict = [
  "default-src 'none'", `script-src ${cityUrl}`, `connect-src ${cityUrl}`, "style-src 'self'", 'img-src data:', "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'",
].join('; ');

/** Another host with one page: the municipal site, or somebody who would like to be it. */
export async function site(body: string, { policy = strict, lang = 'el', headers = {} as Record<string, string> } = {}): Promise<Site> {
  const page = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Δήμος</title><link rel="icon" href="data:,">
    <link rel="stylesheet" href="/style.css"><script src="${cityUrl}/widgets/widgets.js" async></script></head><body><main><h1>Νέα</h1>${body}</main></body></html>`;
  const style = 'body { margin: 0; padding: 1rem; font: 1rem/1.5 sans-serif; } main { display: grid; gap: 1rem; } iframe { inline-size: 100%; block-size: 20rem; }';
  const server: Server = createServer(({ url }, reply) => {
    const isStyle = url === '/style.css';
    reply.writeHead(200, { 'content-type': isStyle ? 'text/css' : 'text/html; charset=utf-8', 'content-security-policy': policy, ...headers }).end(isStyle ? style : page);
  });
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { host, origin: `http://${host}`, url: `http://${host}/nea?arthro=7`, stop: () => new Promise((done) => void server.close(() => done())) };
}
