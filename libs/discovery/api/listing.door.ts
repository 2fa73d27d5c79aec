import type { Door } from '@isegoria/kernel/api';
import { discoveryEnv } from './discovery.env';

/**
 * Where SEARCH_ENGINES is off, every answer says that it is not to be listed. A page says so in its head too; a feed, a picture, a data set or a PDF has no
 * other place for it. robots.txt leaves all of them open: a crawler that may not read an answer does not read this either, and lists its address.
 */
export const listingDoor: Door = (app) => {
  app.getHttpAdapter().getInstance().addHook('onRequest', (_req, reply, next) => {
    if (!discoveryEnv.SEARCH_ENGINES) reply.header('x-robots-tag', 'noindex');
    next();
  });
};
