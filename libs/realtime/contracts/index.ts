export { type ClientSays, type Delta, liveLimits, livePath, readSubject, type ServerSays, type WatchAnswer, type WatchRefusal } from './live';
