import { BadRequestException, Controller, Get, HttpException, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '@isegoria/identity/api';
import { type Dataset, Datasets, Limits, sendKnown } from '@isegoria/kernel/api';
import { absolute, livePath, metadataName } from '../addresses';
import { csvMetadata } from '../catalogue/csvw';
import { cursorOf, placeFrom } from './cursors';
import { type Format, formatNamed } from './formats';
import { licences } from '../catalogue/licences';
import { openDataEnv } from '../open-data.env';
import { pageRows, type Reading, rowStream } from './row-stream';
import { openToAll } from '../answers';

/** Up to so many rows are a page, with its tag and the link to the next; whoever asks for more, or for all, gets a stream. */
const mostInPage = 10_000;
const metadataEnd = '.csv-metadata.json';

/**
 * The data as it is this moment: `/data/proposals.csv`, whole; `?limit=500`, a page of it, with a `Link` to the next one.
 * Nothing here reads more from the store than its reader has taken.
 */
@Controller('data')
export class LiveController {
  constructor(
    private readonly datasets: Datasets,
    private readonly limits: Limits,
  ) {}

  @Public()
  @Get(':file')
  async read(@Param('file') file: string, @Query() query: Record<string, unknown>, @Req() req: FastifyRequest, @Res() reply: FastifyReply) {
    if (file.endsWith(metadataEnd)) return this.metadata(file.slice(0, -metadataEnd.length), req, reply);
    const { dataset, format } = this.found(file);
    const after = placeFrom(dataset.id, oneOf(query, 'after'));
    const limit = limitFrom(oneOf(query, 'limit'));
    const bom = format.extension === 'csv' && oneOf(query, 'bom') !== undefined;
    openToAll(reply).header('content-type', `${format.mediaType}; charset=utf-8`).header('content-disposition', `attachment; filename="${file}"`);
    return limit <= mostInPage ? this.page(dataset, format, { after, limit, bom }, req, reply) : this.whole(dataset, format, { after, limit, bom }, req, reply);
  }

  private async page(dataset: Dataset, format: Format, { bom, ...reading }: Reading & { bom: boolean }, req: FastifyRequest, reply: FastifyReply) {
    const { rows, next } = await pageRows(dataset, reading);
    const text = `${bom ? '\uFEFF' : ''}${format.head(dataset)}${rows.length > 0 ? format.rows(dataset, rows, true) : ''}${format.tail(dataset)}`;
    const links = next ? [`<${absolute(livePath(dataset.id, format.extension))}?limit=${reading.limit}&after=${cursorOf(dataset.id, next)}${bom ? '&bom' : ''}>; rel="next"`] : [];
    reply.header('link', [...links, ...linksOf(dataset, format)].join(', '));
    reply.header('cache-control', 'public, no-cache');
    // The next page belongs to this one: a page that became the last is another page.
    return sendKnown(req, reply, text, next ? 'more' : 'end');
  }

  private async whole(dataset: Dataset, format: Format, { bom, ...reading }: Reading & { bom: boolean }, req: FastifyRequest, reply: FastifyReply) {
    reply.header('link', linksOf(dataset, format).join(', ')).header('cache-control', 'public, no-cache');
    // Whoever asks for the head alone opens no reader.
    if (req.method === 'HEAD') return reply.send();
    const refused = await this.limits.take('open-data.export', req.ip, { points: openDataEnv.OPEN_DATA_EXPORTS_PER_MINUTE, seconds: 60 });
    if (refused) {
      reply.header('retry-after', String(refused.retryAfterSeconds));
      throw new HttpException('Too many whole datasets in a short time. The nightly files are there for that.', 429);
    }
    return reply.send(rowStream(dataset, format, reading, { bom }));
  }

  private metadata(id: string, req: FastifyRequest, reply: FastifyReply) {
    const { dataset } = this.found(`${id}.csv`);
    openToAll(reply).header('content-type', 'application/csvm+json; charset=utf-8').header('cache-control', 'public, max-age=300');
    return sendKnown(req, reply, csvMetadata(dataset));
  }

  private found(file: string): { dataset: Dataset; format: Format } {
    const [id = '', extension = ''] = file.split(/\.(.*)/s);
    const dataset = this.datasets.named(id);
    const format = dataset && formatNamed(dataset, extension);
    if (!dataset || !format) throw new NotFoundException('There is no such file of public data. /catalog names all of them.');
    return { dataset, format };
  }
}

function linksOf(dataset: Dataset, format: Format): string[] {
  const licence = `<${licences[openDataEnv.OPEN_DATA_LICENCE].url}>; rel="license"`;
  const metadata = `<${absolute(livePath(dataset.id, metadataName('csv')))}>; rel="describedby"; type="application/csvm+json"`;
  return format.extension === 'csv' ? [licence, metadata] : [licence];
}

/** A parameter that is given once. */
function oneOf(query: Record<string, unknown>, name: string): string | undefined {
  const value = query[name];
  if (value === undefined || typeof value === 'string') return value;
  throw new BadRequestException(`The parameter ${name} is given more than once.`);
}

function limitFrom(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new BadRequestException('The limit is a whole number of rows, from 1. Without a limit the whole dataset comes.');
  return Number(text);
}
