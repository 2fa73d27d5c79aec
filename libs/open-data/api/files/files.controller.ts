import { send } from '@fastify/send';
import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '@isegoria/identity/api';
import { Datasets, isTheSame } from '@isegoria/kernel/api';
import { openToAll } from '../answers';
import { VersionStore } from './version-store';

/** What was written at night, by its version or as `latest`, with ranges and tags; and under `files` what other formats a dataset has now. */
@Controller('data')
export class FilesController {
  constructor(
    private readonly datasets: Datasets,
    private readonly versions: VersionStore,
  ) {}

  @Public()
  @Get(':dataset/files/:name')
  async living(@Param('dataset') id: string, @Param('name') name: string, @Res() reply: FastifyReply) {
    const files = (await this.datasets.named(id)?.files?.()) ?? [];
    const file = files.find((one) => one.name === name);
    if (!file) throw nothing();
    const bytes = await file.read();
    return openToAll(reply).header('content-type', `${file.mediaType}; charset=utf-8`).header('content-disposition', `attachment; filename="${name}"`).header('cache-control', 'public, no-cache').send(bytes);
  }

  @Public()
  @Get(':dataset/:version/:name')
  async written(@Param('dataset') id: string, @Param('version') wanted: string, @Param('name') name: string, @Req() req: FastifyRequest, @Res() reply: FastifyReply) {
    const found = this.datasets.named(id) ? await this.versions.find(id, wanted) : null;
    // Only what the manifest names is a file: no path can lead elsewhere.
    const file = found?.version.files.find((one) => one.name === name);
    if (!found || !file) throw nothing();
    const tag = `W/"${file.sha256}"`;
    openToAll(reply).header('etag', tag).header('cache-control', wanted === 'latest' ? 'public, no-cache' : 'public, max-age=86400');
    if (isTheSame(req, tag)) return reply.status(304).send();
    // Bytes of a part are bytes of the file as it lies there: no encoding may come over them.
    if (req.headers.range !== undefined) req.headers['x-no-compression'] = '1';
    const { statusCode, headers, stream } = await send(req.raw, `/${name}`, { root: found.folder, contentType: false, cacheControl: false, etag: false, index: false });
    reply.headers(headers).header('content-type', `${file.mediaType}; charset=utf-8`).header('content-disposition', `attachment; filename="${name}"`);
    reply.header('repr-digest', `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`);
    return reply.status(statusCode).send(stream);
  }
}

const nothing = () => new NotFoundException('There is no such file of public data, or it is kept no longer. /catalog names all that there are.');
