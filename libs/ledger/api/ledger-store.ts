import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import { type ClientSession, type Connection, mongo } from 'mongoose';
import { Clock, Transactions, unlessMissing, unlessThere } from '@isegoria/kernel/api';
import { portions } from '@isegoria/kernel/contracts';
import { base64, concatBytes, emptyRoot, hashesOf, type Tile, tileKey, tileWidth } from '@isegoria/ledger/contracts';
import { type Edge, edgeOf, type GrownTile, rootOf } from './growth';
import type { CheckpointRecord, LeavesRecord, LedgerState, TileRecord } from './ledger-state';

/** Another sequencer moved the state first; what this one made is thrown away. */
export class Overtaken extends Error {}

/** What a batch adds to the ledger. */
export interface Growth {
  leaves: string[];
  /** One for each leaf. */
  hashes: Uint8Array[];
  edge: Edge;
  tiles: GrownTile[];
  positions: LedgerState['positions'];
}

const collections = ['ledger_checkpoints', 'ledger_leaves', 'ledger_tiles', 'ledger_sizes'];

/** The store of the ledger: state, leaves, tiles and signed sizes. Moved only together. */
@Injectable()
export class LedgerStore implements OnModuleInit {
  constructor(
    @InjectConnection() private readonly connection: Connection,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** A transaction should find its collections made, and the leaves are looked up by their hashes and by their bundle. */
  async onModuleInit(): Promise<void> {
    for (const name of collections) await this.db().createCollection(name).catch(unlessThere);
    await this.leaves().createIndexes([{ key: { hashes: 1 } }, { key: { bundle: 1 } }]);
    await this.gatherOlder();
  }

  /** How the ledger stands, as no failover can take it back. It is made where it is not: the id lets one of many do that. */
  async state(): Promise<LedgerState> {
    const known = await this.states().findOne({ _id: 'live' }, { readConcern: 'majority' });
    if (known) return known;
    const first: LedgerState = { _id: 'live', step: 0, size: 0, root: base64(emptyRoot), positions: [] };
    await this.states().insertOne(first, { writeConcern: { w: 'majority' } }).catch(unlessThere);
    return this.state();
  }

  /** The right edge of the tree. Throws where it does not make the root that stands signed: nothing is built on a tampered tree. */
  async edge({ size, root }: LedgerState): Promise<Edge> {
    const wanted = edgeOf(size);
    const tiles = await this.tiles(wanted.filter(({ width }) => width > 0));
    const edge = { size, levels: wanted.map(({ level, index, width }) => tiles.get(tileKey(level, index))?.slice(0, width) ?? []) };
    const found = base64(rootOf(edge));
    if (found !== root) throw new Error(`The tiles of the ledger make the root ${found} at size ${size}, but ${root} is signed.`);
    return edge;
  }

  /** State, leaves, tiles and the signed size in one transaction, or nothing. */
  async move(from: LedgerState, { leaves, hashes, edge, tiles, positions }: Growth): Promise<LedgerState> {
    const to: LedgerState = { ...from, step: from.step + 1, size: edge.size, root: base64(rootOf(edge)), positions };
    const records = recordsOf(from.size, leaves, hashes);
    await this.transactions.run(async (session) => {
      const { modifiedCount } = await this.states().replaceOne({ _id: 'live', step: from.step, size: from.size, root: from.root }, to, { session });
      if (modifiedCount !== 1) throw new Overtaken();
      if (records.length === 0) return;
      await this.checkpoints().insertOne({ _id: to.size, root: to.root, at: this.clock.now() }, { session });
      await this.leaves().insertMany(records, { session });
      await this.put(tiles, session);
    });
    return to;
  }

  /** Tiles by their keys; one that is not there is left out. */
  async tiles(wanted: readonly Pick<Tile, 'level' | 'index'>[]): Promise<Map<string, Uint8Array[]>> {
    const ids = wanted.map(({ level, index }) => tileKey(level, index));
    const found = await Promise.all(portions(ids, 50).map((part) => this.tileRecords().find({ _id: { $in: part } }, { promoteBuffers: true }).toArray()));
    return new Map(found.flat().map(({ _id, hashes }) => [_id, hashesOf(new Uint8Array(hashes)) ?? []]));
  }

  /** The leaves of places that follow each other, in order. */
  async leavesAt(start: number, count: number): Promise<string[]> {
    const first = bundleOf(start);
    const bundles = Array.from({ length: bundleOf(start + count - 1) - first + 1 }, (_, at) => first + at);
    const found = await Promise.all(bundles.map((bundle) => this.leaves().find({ bundle }, { projection: { leaves: 1 } }).toArray()));
    const places = found.flat().flatMap(({ _id, leaves }) => leaves.map((leaf, at) => ({ place: _id + at, leaf })));
    return places.filter(({ place }) => place >= start && place < start + count).sort((a, b) => a.place - b.place).map(({ leaf }) => leaf);
  }

  /** Where leaves stand, by their hashes; the first place where one stands twice. */
  async placesOf(hashes: readonly string[]): Promise<Map<string, number>> {
    const wanted = new Set(hashes);
    const found = await this.leaves().find({ hashes: { $in: [...wanted] } }, { projection: { hashes: 1 }, readConcern: 'majority' }).toArray();
    const places = found.flatMap((record) => record.hashes.map((hash, at) => [hash, record._id + at] as const)).filter(([hash]) => wanted.has(hash));
    return new Map(places.sort(([, a], [, b]) => b - a));
  }

  /** What was signed at a size; null where that size never was. */
  checkpointAt(size: number): Promise<CheckpointRecord | null> {
    return this.checkpoints().findOne({ _id: size }, { readConcern: 'majority' });
  }

  /** A city of an earlier version has a document for each leaf, and their index. They are gathered bundle by bundle, each whole or not at all, by whoever starts first; the index goes last, so that later starts look no further. */
  private async gatherOlder(): Promise<void> {
    const older = this.db().collection<{ _id: number; hash: string; leaf: string }>('ledger_leaves');
    if (!(await older.indexExists('hash_1'))) return;
    for (let one = await older.findOne({ leaf: { $exists: true } }); one; one = await older.findOne({ leaf: { $exists: true } })) {
      const bundle = bundleOf(one._id);
      const places = Array.from({ length: tileWidth }, (_, at) => bundle * tileWidth + at);
      await this.transactions.run(async (session) => {
        const found = (await older.find({ _id: { $in: places }, leaf: { $exists: true } }, { session }).toArray()).sort((a, b) => a._id - b._id);
        if (!found[0]) return;
        await older.deleteMany({ _id: { $in: found.map(({ _id }) => _id) } }, { session });
        await this.leaves().insertOne({ _id: found[0]._id, bundle, hashes: found.map(({ hash }) => hash), leaves: found.map(({ leaf }) => leaf) }, { session });
      });
    }
    await older.dropIndex('hash_1').catch(unlessMissing);
  }

  private async put(tiles: readonly GrownTile[], session: ClientSession): Promise<void> {
    const record = ({ level, index, hashes }: GrownTile) => ({ _id: tileKey(level, index), hashes: Buffer.from(concatBytes(...hashes)) });
    const [fresh, old] = [tiles.filter(({ before }) => before === 0).map(record), tiles.filter(({ before }) => before > 0).map(record)];
    if (fresh.length > 0) await this.tileRecords().insertMany(fresh, { session });
    for (const tile of old) await this.tileRecords().replaceOne({ _id: tile._id }, tile, { session });
  }

  private states() {
    return this.db().collection<LedgerState>('ledger_checkpoints');
  }

  private leaves() {
    return this.db().collection<LeavesRecord>('ledger_leaves');
  }

  private tileRecords() {
    return this.db().collection<TileRecord>('ledger_tiles');
  }

  private checkpoints() {
    return this.db().collection<CheckpointRecord>('ledger_sizes');
  }

  private db(): mongo.Db {
    if (!this.connection.db) throw new Error('The store is not connected yet.');
    return this.connection.db;
  }
}

/** The leaves of a batch that begins at a place, cut where a bundle ends. */
function recordsOf(start: number, leaves: readonly string[], hashes: readonly Uint8Array[]): LeavesRecord[] {
  const records: LeavesRecord[] = [];
  for (let at = 0; at < leaves.length; ) {
    const end = at + tileWidth - ((start + at) % tileWidth);
    records.push({ _id: start + at, bundle: bundleOf(start + at), hashes: hashes.slice(at, end).map(base64), leaves: leaves.slice(at, end) });
    at = end;
  }
  return records;
}

function bundleOf(place: number): number {
  return Math.floor(place / tileWidth);
}
